import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../architecture/source-files.js';

const COMMAND = join(ROOT, 'packages/cli/bin/nova-act.js');

it('nova-act local is nova-act-local, down to the output and the exit code of what it runs', async () => {
  const program = 'console.log(process.env.AWS_ENDPOINT_URL_NOVA_ACT); process.exit(3)';
  const child = spawn(process.execPath, [
    ...[COMMAND, 'local', 'exec', '--', process.execPath],
    ...['--eval', program],
  ]);
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const [code] = await once(child, 'close');
  expect(code).toBe(3);
  expect(printed).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
});
