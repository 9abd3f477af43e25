import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { scriptedModel, startLocalService } from '@nova-act/local';
import { expect, it } from 'vitest';
import { chromiumEnv } from '../support/chromium.js';

const PROGRAM = fileURLToPath(new URL('./support/quiet-program.ts', import.meta.url));

it('a whole run leaves no process handler, does not touch standard input, and prints nothing', async () => {
  await using service = await startLocalService({ model: scriptedModel([[['return']]]) });
  const child = fork(PROGRAM, {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      ...service.iamEnv,
      NOVA_ACT_API_KEY: '',
      ...chromiumEnv(),
      NOVA_ACT_TEST_PAGE: `${service.gymUrl}/planets`,
    },
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const [report] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => [`no report: ${printed}`]),
  ])) as [{ before: unknown; after: unknown }];
  await once(child, 'close');
  expect(report.after).toEqual(report.before);
  expect(printed).toBe('');
  expect(service.runs()).toMatchObject([{ status: 'SUCCEEDED', acts: [{ status: 'SUCCEEDED' }] }]);
});
