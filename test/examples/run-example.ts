import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { RunningLocalService } from '@nova-act/local';
import { ROOT } from '../architecture/source-files.js';

const LIMIT_MS = 90_000;

export interface ExampleOutcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs an example as a user does, in a process of its own against `service`. */
export function runExample(
  name: string,
  service: Pick<RunningLocalService, 'env'>,
): Promise<ExampleOutcome> {
  return new Promise((resolve, reject) => {
    const file = join(ROOT, 'examples', `${name}.ts`);
    const child = spawn(process.execPath, ['--import', 'tsx', file], {
      cwd: ROOT,
      env: { ...process.env, NOVA_ACT_HEADLESS: '1', ...service.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
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
