import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { TYPESCRIPT } from '../../scripts/run-program.mjs';
import { ROOT } from '../architecture/source-files.js';

const LIMIT_MS = 90_000;

export interface ExampleOutcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs an example as a user does, in a process of its own. With an environment it is the program that
 * it would be against AWS (`--aws`), so that the service behind that sees its runs. `onOutput` hears what
 * it has printed so far.
 */
export function runExample(
  name: string,
  environment?: NodeJS.ProcessEnv,
  onOutput: (stdout: string) => void = () => {},
): Promise<ExampleOutcome> {
  return new Promise((resolve, reject) => {
    const file = join(ROOT, 'examples', `${name}.ts`);
    const args = ['--import', TYPESCRIPT, file, ...(environment ? ['--aws'] : [])];
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, NOVA_ACT_HEADLESS: '1', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      onOutput(stdout);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(limit);
      resolve({ code, stdout, stderr });
    });
  });
}
