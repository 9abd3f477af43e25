import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { LOG, ROOT } from './places.mjs';
import { redact } from './redact.mjs';

const STILL_EVERY_MS = 15_000;
const KILL_AFTER_MS = 5_000;

/**
 * Runs a command quietly: its output goes to the log, and every 15 s its newest line to the screen,
 * so that a slow download is seen to move. Resolves to `{ ok, output, reason }`; never rejects.
 */
export function runLogged(command, args, { env = process.env, timeoutMs, shell = false } = {}) {
  return new Promise((resolve) => {
    let output = '';
    let newest = '';
    let reason;
    appendFileSync(LOG, `\n$ ${redact([command, ...args].join(' '))}\n`);
    const child = spawn(command, args, {
      cwd: ROOT,
      env,
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const take = (chunk) => {
      const text = redact(chunk);
      output += text;
      appendFileSync(LOG, text);
      newest = text.trim().split('\n').at(-1)?.trim() || newest;
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);

    const startedMs = Date.now();
    const still = setInterval(() => {
      const seconds = Math.round((Date.now() - startedMs) / 1000);
      console.log(`setup:   … ${seconds} s ${newest.slice(0, 100)}`);
    }, STILL_EVERY_MS);
    const deadline = setTimeout(() => {
      reason = `gave no result within ${Math.round(timeoutMs / 1000)} s`;
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS).unref();
    }, timeoutMs);
    let stoppedBy;
    const pass = (signal) => {
      stoppedBy = signal;
      child.kill(signal);
    };
    process.on('SIGTERM', pass).on('SIGINT', pass);

    const finish = (ok, why) => {
      clearInterval(still);
      clearTimeout(deadline);
      process.off('SIGTERM', pass).off('SIGINT', pass);
      resolve({ ok, output, reason: reason ?? why });
    };
    child.once('error', (error) => finish(false, `could not be started (${error.code})`));
    child.once('close', (code, signal) => {
      if (stoppedBy) {
        // Stopped from outside: end as a whole, rather than try the next way.
        console.error(`setup: stopped by ${stoppedBy}`);
        process.exit(130);
      }
      finish(code === 0, `exited with ${code ?? signal}`);
    });
  });
}

/** The last lines of a command's output, for an error message. */
export function tail(output, lines = 12) {
  return output.trim().split('\n').slice(-lines).join('\n');
}
