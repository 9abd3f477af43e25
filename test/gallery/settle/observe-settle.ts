import type { Browser, CDPSession } from 'playwright';
import { attachSettler } from '../../../packages/core/src/browser/settle/attach-settler.js';
import type { SettlerOptions } from '../../../packages/core/src/browser/settle/settler.js';
import { act, isFinal, type SettlePage } from './settle-page.js';

export interface SettleOutcome {
  /** The final content was there when the picture was taken. */
  right: boolean;
  reason: string;
  durationMs: number;
  /** From the page's last visible change to the end of settling, where the page tells. */
  lateMs: number | undefined;
  pageErrors: string[];
}

/** Opens the page in a context of its own, acts on it, settles, and looks whether that was right. */
export async function observeSettle(
  browser: Browser,
  url: string,
  kind: SettlePage,
  options: SettlerOptions & { cpuRate?: number } = {},
): Promise<SettleOutcome> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const pageErrors: string[] = [];
    page.on('pageerror', (error) => pageErrors.push(error.message));
    const settler = await attachSettler(page, options);
    const session = await context.newCDPSession(page);
    const { cpuRate } = options;
    if (cpuRate) await session.send('Emulation.setCPUThrottlingRate', { rate: cpuRate });
    await page.goto(url);
    if (kind.ready) await page.waitForFunction(kind.ready);
    const signal = new AbortController().signal;
    for (const before of kind.before ?? []) {
      const mark = await settler.mark(signal);
      await before(page);
      await settler.settle(mark, { signal });
    }
    const mark = await settler.mark(signal);
    await act(page, kind);
    const look = async () => {
      const picture = session.send('Page.captureScreenshot', { format: 'jpeg' });
      const [right] = await Promise.all([isFinal(session, page, kind), picture]);
      return { right };
    };
    const report = await settler.settle(mark, { signal, capture: look });
    const endedAtMs = Date.now();
    const { right } = report.captured ?? (await look());
    const { reason, durationMs } = report;
    return { right, reason, durationMs, lateMs: await lateness(session, endedAtMs), pageErrors };
  } finally {
    await context.close();
  }
}

async function lateness(session: CDPSession, endedAtMs: number): Promise<number | undefined> {
  const { result } = await session.send('Runtime.evaluate', { expression: 'globalThis.doneAt' });
  return typeof result.value === 'number' ? endedAtMs - result.value : undefined;
}
