import { systemClock } from '../../src/deadline/clock.js';
import { credentialProvider } from '../../src/service/auth/credentials/credential-provider.js';

/**
 * A program that needs credentials twice: at once, and when they are about to be renewed, by a source
 * that then hangs. It has nothing else to do, and must end.
 */
let shiftMs = 0;
const provide = credentialProvider(
  { kind: 'iam', region: 'us-east-1', profile: 'p' },
  {
    clock: {
      now: () => Date.now() + shiftMs,
      // Nobody has to sit through the patience of a request.
      after: (ms, fn, options) => systemClock.after(ms === 2_000 ? 500 : ms, fn, options),
    },
  },
);
const { accessKeyId, expiration } = await provide();
shiftMs = (expiration?.getTime() ?? 0) - Date.now() - 30_000;
const atHand = await provide();
console.log(`${accessKeyId} ${atHand.accessKeyId}`);
