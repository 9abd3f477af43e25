import { LOG, TSC } from './places.mjs';
import { removeStaleOutput } from './remove-stale-output.mjs';
import { runLogged, tail } from './run-logged.mjs';
import { SetupError } from './setup-error.mjs';

const TIMEOUT_MS = 5 * 60_000;

/** Compiles the packages. The compiler itself keeps what is up to date, so this is run each time. */
export async function buildPackages() {
  removeStaleOutput();
  const result = await runLogged(process.execPath, [TSC, '-b'], { timeoutMs: TIMEOUT_MS });
  if (result.ok) return;
  throw new SetupError(
    `The packages do not compile (${result.reason}).\n${tail(result.output, 30)}\n\n` +
      `The whole output: ${LOG}`,
  );
}
