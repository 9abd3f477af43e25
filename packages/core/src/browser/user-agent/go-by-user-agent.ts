import type { Browser, CDPSession, Page } from 'playwright';
import { ValidationError } from '../../errors/index.js';
import { type Asking, targetOf } from '../boundary/guard-requests.js';
import { UserAgentOverride } from './override-user-agent.js';

export interface Disguised {
  readonly browser: Browser | null;
  /** The page that the session begins with. */
  readonly page: Page;
  /** Whether a tab that opens is of this session. */
  opens(target: { openerId?: string; browserContextId?: string }): boolean;
  /** Whether a document is asked for by a page of this session. */
  asks(asking: Asking): Promise<boolean>;
}

interface Paused {
  requestId: string;
  request: { headers: Record<string, string> };
  frameId: string;
}

/**
 * Has the pages of a session go by a user agent in a browser that has another. A tab that opens is told as
 * soon as the browser knows it. What a document is asked for with is seen to in any case; the first scripts
 * of a tab may run before that has heard: Playwright lets tabs go, and a page hears nothing while it is
 * loaded. The function given back ends it: the browser's own is back.
 */
export async function goByUserAgent(
  userAgent: string,
  { browser, page, opens, asks }: Disguised,
): Promise<() => Promise<void>> {
  const session = await browser?.newBrowserCDPSession();
  if (!session) {
    throw new ValidationError('cannot be set: this Playwright does not give its browser out', {
      field: 'userAgent',
      remedy: 'Update playwright, or set it where the browser is opened.',
    });
  }
  const override = new UserAgentOverride(session, userAgent);
  session.on('Target.targetCreated', ({ targetInfo }) => {
    if (targetInfo.type !== 'page' || !opens(targetInfo)) return;
    override.tell(targetInfo.targetId).catch(() => {
      // It is closed again.
    });
  });
  session.on('Fetch.requestPaused', (paused) => {
    letGo(session, paused, userAgent, override, asks).catch(() => {
      // The request, its page or the browser is gone.
    });
  });
  const end = async () => {
    try {
      await override.release();
      await session.detach();
    } catch {
      // The browser is closed.
    }
  };
  try {
    const targetId = await targetIdOf(page);
    await override.tell(targetId);
    await override.heard(targetId);
    const filter = [{ type: 'page', exclude: false }];
    await session.send('Target.setDiscoverTargets', { discover: true, filter });
    await session.send('Fetch.enable', {
      patterns: [{ urlPattern: 'http*', resourceType: 'Document' }],
    });
  } catch (error) {
    // A borrowed browser goes on without the session.
    await end();
    throw error;
  }
  return end;
}

/** A document of a page goes as the page does; it may have been asked for before the page had heard. */
async function letGo(
  session: CDPSession,
  { requestId, request, frameId }: Paused,
  userAgent: string,
  override: UserAgentOverride,
  asks: Disguised['asks'],
): Promise<unknown> {
  const { headers } = request;
  const goOn = (more: object = {}) => session.send('Fetch.continueRequest', { requestId, ...more });
  if (headers['User-Agent'] === userAgent) {
    // The browser knows it a moment before the page does.
    await override.heard(frameId);
    return goOn();
  }
  const target = await targetOf(session, frameId);
  const referer = headers['Referer'] ?? headers['referer'];
  if (target?.type !== 'page' || !(await asks({ frameId, target, referer }))) return goOn();
  await override.tell(frameId).catch(() => undefined);
  // What tells of the browser beside it would tell of another.
  const kept = Object.entries(headers).filter(([name]) => !/^(?:user-agent|sec-ch-)/i.test(name));
  const sent = [...kept, ['User-Agent', userAgent] as const];
  return goOn({ headers: sent.map(([name, value]) => ({ name, value })) });
}

async function targetIdOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  try {
    return (await session.send('Target.getTargetInfo')).targetInfo.targetId;
  } finally {
    await session.detach();
  }
}
