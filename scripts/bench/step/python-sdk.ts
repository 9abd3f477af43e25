import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const version = '3.4.187.0';
const folder = fileURLToPath(new URL('../../../.cache/python-sdk/', import.meta.url));

/**
 * Whether it is there, or may be fetched without asking: in continuous integration. A test run on a
 * person's machine downloads nothing for it.
 */
export async function pythonSdkMayBeInstalled(): Promise<boolean> {
  if (process.env.BENCH_PYTHON || process.env.CI) return true;
  return access(`${folder}installed`).then(
    () => true,
    () => false,
  );
}

/**
 * An interpreter that can import the Python SDK: the one in `BENCH_PYTHON`, or that of a virtual
 * environment under `.cache/`, made and filled when it is first asked for.
 */
export async function findPythonSdk(): Promise<{ interpreter: string } | { reason: string }> {
  const given = process.env.BENCH_PYTHON;
  if (given) return { interpreter: given };
  const interpreter = `${folder}bin/python`;
  try {
    await access(`${folder}installed`);
    return { interpreter };
  } catch {
    // Not installed yet, or not wholly.
  }
  try {
    await run('python3', ['-m', 'venv', folder]);
    await run(interpreter, ['-m', 'pip', 'install', '--quiet', `nova-act==${version}`], {
      timeout: 600_000,
    });
    await run(interpreter, ['-c', 'import nova_act']);
    await run(interpreter, ['-c', `open(${JSON.stringify(`${folder}installed`)}, "w").close()`]);
    return { interpreter };
  } catch (error) {
    const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { reason: `Python cannot install nova-act ${version} here (${message})` };
  }
}
