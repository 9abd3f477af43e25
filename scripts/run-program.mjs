import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './setup/places.mjs';

/** What lets Node run TypeScript, in threads and forks as well. */
export const TYPESCRIPT = new URL('typescript-everywhere.mjs', import.meta.url).href;

/**
 * Runs a TypeScript program of this project on the terminal, hands it the signals this process
 * gets, and resolves to its exit code.
 */
export function runProgram(file, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', TYPESCRIPT, file, ...args], {
      cwd: ROOT,
      env,
      stdio: 'inherit',
    });
    const pass = (signal) => child.kill(signal);
    process.on('SIGTERM', pass).on('SIGINT', pass);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('SIGTERM', pass).off('SIGINT', pass);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}
