import type { BrowserOptions } from './browser-options.js';

/** Whether the session uses a context that it does not open itself, and cannot choose the options of. */
export function contextIsThereAlready({
  page,
  context,
  cdpEndpointUrl,
  browser,
}: Pick<BrowserOptions, 'page' | 'context' | 'cdpEndpointUrl' | 'browser'>): boolean {
  const isRemote = browser !== undefined && !('acquire' in browser);
  return [page, context, cdpEndpointUrl].some((source) => source !== undefined) || isRemote;
}
