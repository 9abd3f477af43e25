import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import { apiKeyClient } from './clients.js';
import { clientInfo } from './life-of-a-run.js';
import { transports } from './transports.js';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

test('A service in memory hears that a client gives up, however long it has waited', async () => {
  await using target = await transports['in memory']({ faults: [{ kind: 'silent' }] });
  const gaveUp = new AbortController();
  const body = { modelId: 'nova-act-latest', clientInfo };
  const failure = apiKeyClient(target)(
    'PUT',
    '/workflow-definitions/default/workflow-runs',
    body,
    gaveUp,
  ).then(
    () => undefined,
    (error: unknown) => error,
  );
  await vi.waitFor(() => expect(target.requests()).toHaveLength(1));
  // What was in use a moment ago must be garbage by now.
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  gaveUp.abort(new Error('gave up'));
  expect(await failure).toMatchObject({ message: 'gave up' });
}, 5_000);
