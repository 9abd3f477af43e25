import type { CDPSession } from 'playwright';
import { ValidationError } from '../../errors/index.js';
import { type Asking, type GuardedBrowser, targetOf } from '../boundary/guard-requests.js';
import { type HeaderRule, headersFor } from './header-rules.js';

interface Paused {
  requestId: string;
  request: { url: string; headers: Record<string, string> };
  frameId: string;
}

export interface HeaderedBrowser extends Pick<GuardedBrowser, 'browser' | 'isOurs'> {
  /** All of it is this session's: nobody has to be asked whose a request is. */
  readonly isAllOurs: boolean;
}

/**
 * Has the browser stop the requests to certain origins before they are sent, and lets them go with more
 * headers. Each hop of a redirect is a request of its own, so that none takes them elsewhere. The function
 * given back takes it off.
 */
export async function sendExtraHeaders(
  rules: readonly HeaderRule[],
  headered: HeaderedBrowser,
): Promise<() => Promise<void>> {
  const session = await headered.browser?.newBrowserCDPSession();
  if (!session) {
    throw new ValidationError('cannot be sent: this Playwright does not give its browser out', {
      field: 'extraHeaders',
      remedy: 'Update playwright, or leave userDataDir out.',
    });
  }
  session.on('Fetch.requestPaused', (paused) => {
    release(session, rules, headered, paused).catch(() => {
      // The request, its page or the browser is gone.
    });
  });
  const patterns = rules.flatMap(({ sieve }) => sieve.map((urlPattern) => ({ urlPattern })));
  const end = async () => {
    try {
      await session.detach();
    } catch {
      // The browser is closed.
    }
  };
  try {
    await session.send('Fetch.enable', { patterns });
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}

async function release(
  session: CDPSession,
  rules: readonly HeaderRule[],
  headered: HeaderedBrowser,
  { requestId, request, frameId }: Paused,
): Promise<unknown> {
  const extra = headersFor(rules, request.url);
  const goes = extra.size > 0 && (await isOurs(session, headered, { request, frameId }));
  if (!goes) return session.send('Fetch.continueRequest', { requestId });
  const own = Object.entries(request.headers).filter(([name]) => !extra.has(name.toLowerCase()));
  const headers = [...own, ...extra].map(([name, value]) => ({ name, value }));
  return session.send('Fetch.continueRequest', { requestId, headers });
}

async function isOurs(
  session: CDPSession,
  headered: HeaderedBrowser,
  { request: { headers }, frameId }: Pick<Paused, 'request' | 'frameId'>,
): Promise<boolean> {
  if (headered.isAllOurs) return true;
  const target = await targetOf(session, frameId);
  const asking: Asking = { frameId, target, referer: headers['Referer'] ?? headers['referer'] };
  return headered.isOurs(asking);
}
