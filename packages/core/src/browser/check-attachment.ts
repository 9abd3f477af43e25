import { ValidationError } from '../errors/index.js';
import type { BrowserOptions } from './browser-options.js';
import { checkEndpointUrl, checkHeaders } from './open/endpoint/check-endpoint.js';
import type { RemoteBrowser } from './remote-browser.js';
import type { SharedBrowser } from './shared-browser.js';

/** What functions give is checked when they have given it. */
export function checkAttachment({ cdpEndpointUrl, cdpHeaders, cdpUsePage }: BrowserOptions): void {
  if (typeof cdpEndpointUrl !== 'function') checkEndpointUrl(cdpEndpointUrl, 'cdpEndpointUrl');
  if (cdpHeaders !== undefined && typeof cdpHeaders !== 'function') {
    checkHeaders(cdpHeaders, 'cdpHeaders');
  }
  if (cdpUsePage === undefined || ['existing', 'new'].includes(cdpUsePage)) return;
  throw new ValidationError('is not a page to use', {
    field: 'cdpUsePage',
    value: cdpUsePage,
    remedy: "Use 'existing' or 'new'.",
  });
}

/** One that is shared has `acquire`, one that others run has `open` and a name. */
export function checkBrowser({ browser }: BrowserOptions): void {
  if (browser === undefined) return;
  const { acquire, open, name } = (browser ?? {}) as Partial<SharedBrowser & RemoteBrowser>;
  if (typeof acquire === 'function' || (typeof open === 'function' && typeof name === 'string'))
    return;
  throw new ValidationError('is not a browser to share, nor one that is run elsewhere', {
    field: 'browser',
    remedy: 'Pass what sharedBrowser() or agentCoreBrowser() gives, or { name, open }.',
  });
}
