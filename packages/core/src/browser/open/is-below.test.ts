import { spawn } from 'node:child_process';
import { expect, it, onTestFinished } from 'vitest';
import { isBelow } from './is-below.js';

it('knows the processes that this one has started, and theirs, from others', async () => {
  const inner = "const c=require('child_process').spawn('sleep',['60']);console.log(c.pid)";
  const child = spawn(process.execPath, ['-e', inner], { stdio: ['ignore', 'pipe', 'inherit'] });
  const grandchild = Number(await new Promise((resolve) => child.stdout.once('data', resolve)));
  onTestFinished(() => {
    process.kill(grandchild);
    child.kill();
  });
  expect(isBelow(child.pid ?? 0, process.pid)).toBe(true);
  expect(isBelow(grandchild, process.pid)).toBe(true);
  expect(isBelow(process.ppid, process.pid)).toBe(process.platform !== 'linux');
});
