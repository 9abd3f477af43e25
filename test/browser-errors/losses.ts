import type { NovaAct } from '@nova-act/core';

/** Ways in which the browser, or a part of it, goes away under a session. */
export const LOSSES: Readonly<Record<string, (nova: NovaAct) => Promise<void>>> = {
  'the browser was killed': async ({ page }) => {
    const browser = page.context().browser();
    const session = await browser?.newBrowserCDPSession();
    const gone = new Promise((resolve) => browser?.once('disconnected', resolve));
    // Nobody is left to answer it.
    session?.send('Browser.crash').catch(() => {});
    await gone;
  },
  'the browser was closed': async ({ page }) => {
    await page.context().browser()?.close();
  },
  'the context was closed': ({ page }) => page.context().close(),
  'the page was closed': ({ page }) => page.close(),
  'the page crashed': async ({ page }) => {
    const crashed = new Promise((resolve) => page.once('crash', resolve));
    const session = await page.context().browser()?.newBrowserCDPSession();
    const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
    const renderers = processInfo.filter(({ type }) => type === 'renderer');
    for (const { id } of renderers) process.kill(id, 'SIGKILL');
    await crashed;
  },
};
