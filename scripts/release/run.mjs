import { spawn } from 'node:child_process';

const LIMIT_MS = 10 * 60_000;

/** Runs a program to its end, within ten minutes; gives what it wrote, or throws with it. */
export function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    // npm and npx are .cmd files on Windows, which run through a shell only.
    const shell = process.platform === 'win32' && command !== process.execPath;
    const child = spawn(command, args, { cwd, shell, timeout: LIMIT_MS });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(stdout);
      else
        reject(new Error(`${[command, ...args].join(' ')} failed (${code})\n${stdout}${stderr}`));
    });
  });
}
