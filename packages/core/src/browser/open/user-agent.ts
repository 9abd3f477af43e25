import type { Browser, BrowserContext, Page } from 'playwright';

const SUFFIX = ' Agent-NovaAct/0.9';

/** The browser's own user agent, as a browser with a window has it, and who drives it. */
export function agentUserAgent(own: string): string {
  const plain = own.replace('HeadlessChrome/', 'Chrome/');
  return plain.endsWith(SUFFIX) ? plain : plain + SUFFIX;
}

/** Asks the running browser, so that no second one is started to find out. */
export async function versionOf(browser: Browser): Promise<{ product: string; userAgent: string }> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { product, userAgent } = await session.send('Browser.getVersion');
    return { product, userAgent: agentUserAgent(userAgent) };
  } finally {
    await session.detach();
  }
}

/**
 * A persistent context is made with its browser, before anybody can ask it: the user agent is then
 * set page by page. The very first request of a popup may still carry the browser's own.
 */
export async function overrideUserAgent(context: BrowserContext): Promise<void> {
  const override = async (page: Page) => {
    const session = await context.newCDPSession(page);
    const { userAgent } = await session.send('Browser.getVersion');
    await session.send('Emulation.setUserAgentOverride', { userAgent: agentUserAgent(userAgent) });
  };
  context.on('page', (page) => {
    override(page).catch(() => {
      // The page was closed before it could be told; there is nobody left to mislead.
    });
  });
  await Promise.all(context.pages().map(override));
}
