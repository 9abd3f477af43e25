import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Clock } from '../../deadline/clock.js';
import { pause } from '../../deadline/pause.js';
import { TraceNotOpenedError } from '../../errors/index.js';
import { thrownText } from '../../errors/thrown-text.js';

/** What starts a file's program, and does not wait for its end. */
export type Launch = (file: string) => Promise<ChildProcess>;

/** What cannot be started says so in less; a starter that goes on is the browser itself. */
const FAILS_WITHIN_MS = 1_000;

/** The file in the browser of whoever sits at this machine. @throws TraceNotOpenedError */
export async function openFile(
  file: string,
  { hasDisplay, clock, launch = launchOf }: { hasDisplay: boolean; clock: Clock; launch?: Launch },
): Promise<void> {
  const failed = (why: string, cause?: unknown) =>
    new TraceNotOpenedError(`${why}. Open it by hand: ${file}`, { path: file, cause });
  if (!hasDisplay) {
    throw failed('This machine has no display (DISPLAY and WAYLAND_DISPLAY are not set)');
  }
  const timer = new AbortController();
  try {
    const child = await launch(file);
    // Also when nobody waits for it any more, it must not be uncaught.
    child.on('error', () => {});
    const ended = once(child, 'exit', { signal: timer.signal });
    const code = await Promise.race([
      ended.then(([status]) => Number(status ?? 0)),
      pause(FAILS_WITHIN_MS, timer.signal, clock).then(() => 0),
    ]);
    if (code !== 0) throw new Error(`its starter ended with ${code}`);
  } catch (error) {
    throw failed(`No browser could be started: ${thrownText(error)}`, error);
  } finally {
    timer.abort();
  }
}

/** Loaded when it is needed: most programs never are at a desk. */
const launchOf: Launch = async (file) => (await import('open')).default(file);
