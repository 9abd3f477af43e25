import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runLogged } from '../run-logged.mjs';

const PROBE = fileURLToPath(new URL('./probe.mjs', import.meta.url));
const TIMEOUT_MS = 60_000;

/** Really starts `executable`. Gives `{ version }`, or `{ fault }` in one line. */
export async function tryBrowser(executable) {
  if (!existsSync(executable)) return { fault: 'there is no such file' };
  const result = await runLogged(process.execPath, [PROBE, executable], { timeoutMs: TIMEOUT_MS });
  const answer = lastJson(result.output);
  if (result.ok && answer?.version) return { version: answer.version };
  const fault = /(?:error while loading shared libraries|Error): .*/.exec(result.output)?.[0];
  return { fault: (fault ?? result.reason).slice(0, 200) };
}

/** Where Playwright keeps the Chromium it downloads, whether it is there or not. */
export async function playwrightOwnPath() {
  const result = await runLogged(process.execPath, [PROBE], { timeoutMs: TIMEOUT_MS });
  return lastJson(result.output)?.playwrightOwn;
}

function lastJson(output) {
  const line = output
    .trim()
    .split('\n')
    .findLast((text) => text.startsWith('{'));
  try {
    return line && JSON.parse(line);
  } catch {
    // A line of the browser's own that only looks like ours.
    return undefined;
  }
}
