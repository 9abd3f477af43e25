import { type Check, failed, ok } from '../check.js';

/** As the packages' manifests have it. */
const LEAST = [20, 19] as const;

export const nodeCheck = (version: string): Check => ({
  name: 'node',
  deadlineMs: 1_000,
  look() {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    const isEnough = major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
    const facts = { version };
    return isEnough
      ? ok(`Node ${version}`, facts)
      : failed(`Node ${version} is too old`, `Install Node ${LEAST.join('.')} or newer.`, facts);
  },
});
