import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const LIMIT_MS = 5 * 60_000;

/** Runs a program and gives its output; a failure carries the output in its message. */
export async function run(
  command: string,
  args: string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(command, args, {
      cwd,
      env,
      timeout: LIMIT_MS,
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === 'win32' && command === 'npx',
    });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout ?? ''}\n${stderr ?? ''}`, {
      cause: error,
    });
  }
}

/** Runs a script with this Node. */
export const node = (args: string[], cwd: string) => run(process.execPath, args, cwd);
