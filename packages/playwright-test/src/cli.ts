import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runCommand } from './command/run-command.js';

/** A terminal tells Playwright of a Ctrl-C too, and it has its tests end their runs. */
process.on('SIGINT', () => {});

process.exitCode = await runCommand(process.argv.slice(2), {
  cwd: process.cwd(),
  print: (text) => process.stdout.write(text),
  printError: (text) => process.stderr.write(text),
  async playwright(words, env) {
    // The user's own Playwright: two copies of it know nothing of each other's tests.
    const cli = createRequire(join(process.cwd(), 'package.json')).resolve('@playwright/test/cli');
    const child = spawn(process.execPath, [cli, ...words], {
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    process.once('SIGTERM', () => child.kill('SIGTERM'));
    const [code, signal] = await once(child, 'exit');
    return typeof code === 'number' ? code : signal === 'SIGINT' ? 130 : 1;
  },
});
