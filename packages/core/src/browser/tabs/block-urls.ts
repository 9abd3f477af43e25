import type { Route } from 'playwright';
import type { SecurityOptions } from '../browser-options.js';
import type { BrowserHold } from '../open/browser-hold.js';
import { isAllowedUrl } from '../url-rules.js';

/**
 * Stops navigations to addresses that may not be opened before a request is sent. Only set up where
 * there are such rules: intercepting costs each request a round trip. Redirects are not seen here;
 * those are found where they arrive. The function given back takes it out again.
 */
export async function blockUrls(
  hold: BrowserHold,
  security: SecurityOptions,
): Promise<() => Promise<void>> {
  if (!security.allowedUrls && !security.blockedUrls) return async () => {};
  const target = hold.ownsContext ? hold.context : hold.page;
  const isRefused = (url: URL) =>
    ['http:', 'https:', 'file:'].includes(url.protocol) && !isAllowedUrl(url.href, security);
  const onRoute = async (route: Route) => {
    const request = route.request();
    const isPage = request.isNavigationRequest() && request.frame().parentFrame() === null;
    await (isPage ? route.abort('blockedbyclient') : route.fallback());
  };
  await target.route(isRefused, onRoute);
  return () => target.unroute(isRefused, onRoute);
}
