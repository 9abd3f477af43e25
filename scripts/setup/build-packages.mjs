import { LOG, TSC } from './places.mjs';
import { runLogged, tail } from './run-logged.mjs';
import { SetupError } from './setup-error.mjs';

const TIMEOUT_MS = 5 * 60_000;

/** Compiles and bundles the packages. Both keep what is up to date, so this is run each time. */
export async function buildPackages() {
  const result = await runLogged(process.execPath, [TSC, '-b'], { timeoutMs: TIMEOUT_MS });
  if (result.ok) {
    // Late: before the packages are installed there is nothing to bundle with.
    const { bundlePackages } = await import('../bundle/bundle-packages.mjs');
    return bundlePackages();
  }
  throw new SetupError(
    `The packages do not compile (${result.reason}).\n${tail(result.output, 30)}\n\n` +
      `The whole output: ${LOG}`,
  );
}
