import { spawn } from 'node:child_process';
import { CommandError } from './command-error.js';

const PASSED = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a command on this process's terminal and hands it the signals this process gets; gives its exit code, or the
 * signal it ended by. Rejects with a {@link CommandError} when the command can't be started.
 */
export function runChild(
  [command, ...args]: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>,
): Promise<number | NodeJS.Signals> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: 'inherit' });
    const pass = (signal: NodeJS.Signals) => {
      // Ctrl+C on a terminal reaches the child by itself; twice means something else to it.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of PASSED) process.on(signal, pass);
    const done = () => {
      for (const signal of PASSED) process.off(signal, pass);
    };
    child.once('error', (error: NodeJS.ErrnoException) => {
      done();
      reject(new CommandError(command, error));
    });
    child.once('exit', (code, signal) => {
      done();
      resolve(signal ?? code ?? 1);
    });
  });
}
