import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const program = fileURLToPath(new URL('./bundled-program.ts', import.meta.url));

it('works in a program that tsx has built, which wraps the functions sent to the page', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program]);
  expect(JSON.parse(stdout)).toEqual({
    typed: { field: 'input "From"', holds: 'Boston' },
    clicked: { hit: 'button "Go"' },
    dom: expect.stringContaining('value="Boston"'),
  });
});
