import type { Browser } from 'playwright';
import { onAbort } from '../../deadline/on-abort.js';
import { isBelow } from './is-below.js';

/** A browser that was launched here, so that its process is ours to end. */
export interface LaunchedBrowser {
  readonly browser: Browser;
  /**
   * Closes it. Where it does not close until `signal` is aborted, its process is ended, and the promise
   * rejects with an error that says so. Called again, it waits for the same closing.
   */
  close(signal?: AbortSignal): Promise<void>;
}

/** @param close closes it in good order: what opened it may have more to close than the browser. */
export function launchedBrowser(
  browser: Browser,
  close: () => Promise<void> = () => browser.close(),
): LaunchedBrowser {
  let pid: number | undefined;
  // Asked while it answers: a browser that hangs does not tell.
  pidOf(browser).then(
    (found) => {
      pid = found;
    },
    () => {
      // It went away before it could be asked: there is no process to end.
    },
  );
  let closing: Promise<void> | undefined;
  return {
    browser,
    async close(signal) {
      closing ??= close();
      let ended = false;
      const off = onAbort(signal, () => {
        ended = browser.isConnected() && endProcess(pid);
      });
      try {
        await closing;
      } finally {
        off();
      }
      if (ended) throw new Error('its process was ended');
    },
  };
}

async function pidOf(browser: Browser): Promise<number | undefined> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.find(({ type }) => type === 'browser')?.id;
  } finally {
    await session.detach();
  }
}

/** True when a process was told to end. */
function endProcess(pid: number | undefined): boolean {
  // A browser in a container of its own counts its processes by itself.
  if (pid === undefined || !isBelow(pid, process.pid)) return false;
  // Playwright makes it the head of a group, where there are groups: its helpers end with it.
  return kill(-pid) || kill(pid);
}

function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false; // There is no such process or group.
  }
}
