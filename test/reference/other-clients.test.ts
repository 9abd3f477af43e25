import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startLocalService } from '@nova-act/local';
import { describe, expect, it } from 'vitest';
import { findPythonSdk, pythonSdkMayBeInstalled } from '../../scripts/bench/step/python-sdk.js';

const run = promisify(execFile);
const client = fileURLToPath(new URL('./other_clients.py', import.meta.url));

const python = (await pythonSdkMayBeInstalled())
  ? await findPythonSdk()
  : { reason: 'the official client is not installed (set BENCH_PYTHON, or CI=true to install it)' };
const reason = 'reason' in python ? python.reason : '';

/** What `service` gives a program to set, and nothing of this process's own but where programs are. */
const only = (env: Readonly<Record<string, string>>) => ({
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  ...Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')),
});

describe.skipIf('reason' in python)(`other clients${reason && ` (${reason})`}`, () => {
  it('boto3 and the official client use the local service by its environment', async () => {
    if (!('interpreter' in python)) return;
    await using service = await startLocalService({ accountId: '123456789012' });
    const { stdout } = await run(python.interpreter, [client], {
      timeout: 120_000,
      env: only(service.iamEnv),
    });
    const facts = JSON.parse(/^@@(.*)$/m.exec(stdout)?.[1] ?? '{}');
    expect(facts).toEqual({
      account: '123456789012',
      runs: true,
      refused: 'ConflictException',
      presigned: 'SUCCEEDED',
      models: true,
      official: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const ended = service.runs().find(({ workflowRunId }) => workflowRunId === facts.official);
    expect(ended).toMatchObject({ workflowDefinitionName: 'by-nova-act', status: 'SUCCEEDED' });
    const refused = service.requests().filter(({ status }) => status >= 400);
    expect(refused).toMatchObject([{ operation: 'UpdateWorkflowRun', status: 409 }]);
  }, 180_000);
});
