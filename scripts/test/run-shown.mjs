import { spawn } from 'node:child_process';
import { ROOT } from '../setup/places.mjs';

const LIMIT_MS = 40 * 60_000;

/** Runs a Node script with its output on the screen. Resolves to true when it exited with 0. */
export function runShown(script, args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: ROOT, env, stdio: 'inherit' });
    const limit = setTimeout(() => {
      console.error(`Stopped: it gave no result within ${LIMIT_MS / 60_000} minutes.`);
      child.kill('SIGKILL');
    }, LIMIT_MS);
    const pass = (signal) => child.kill(signal);
    process.on('SIGTERM', pass).on('SIGINT', pass);
    const finish = (ok) => {
      clearTimeout(limit);
      process.off('SIGTERM', pass).off('SIGINT', pass);
      resolve(ok);
    };
    child.once('error', (error) => {
      console.error(error.message);
      finish(false);
    });
    child.once('close', (code) => finish(code === 0));
  });
}
