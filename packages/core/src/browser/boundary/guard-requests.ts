import type { Browser, CDPSession } from 'playwright';
import { ValidationError } from '../../errors/index.js';
import type { Boundary } from './boundary.js';
import { closedZonePatterns } from './closed-zone-patterns.js';

export interface GuardedBrowser {
  readonly browser: Browser | null;
  /** Whether a request is of this session: a browser may be somebody else's too. */
  isOurs(asking: Asking): Promise<boolean>;
  /**
   * Whether that page is a tab that only opens: it is closed again. Whoever waits for it is told to look
   * elsewhere.
   */
  dismisses(target: TargetInfo): Promise<boolean>;
  /** Called for what was not opened; `frame` is one inside of a page. */
  refused(url: string, where: 'page' | 'new tab' | 'frame'): void;
}

export interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly subtype?: string;
  readonly url: string;
  readonly openerId?: string;
  readonly browserContextId?: string;
}

/** Who asks for a document. */
export interface Asking {
  readonly frameId: string;
  /** The frame's own target: that of a page, or of a frame in a process of its own. */
  readonly target: TargetInfo | undefined;
  /** The page that sent it there, where that is told. */
  readonly referer: string | undefined;
}

interface Paused {
  requestId: string;
  request: { url: string; headers: Record<string, string> };
  frameId: string;
}

/**
 * Stops requests for documents that may not be open before they are sent: of pages, new tabs, frames,
 * objects, downloads and prerendered pages, and each hop of their redirects. It is set at the browser,
 * which asks before a tab is there to be listened to. Only documents are asked about, and without lists
 * only those that may be of a local address. The function given back takes it off.
 */
export async function guardRequests(
  boundary: Boundary,
  guarded: GuardedBrowser,
): Promise<() => Promise<void>> {
  const session = await guarded.browser?.newBrowserCDPSession();
  if (!session) return withoutBrowser(boundary);
  session.on('Fetch.requestPaused', (paused) => {
    decide(session, boundary, guarded, paused).catch(() => {
      // The request, its page or the browser is gone.
    });
  });
  const enable = async () => {
    const urls = boundary.hasLists ? ['*'] : closedZonePatterns(boundary);
    const patterns = urls.map((urlPattern) => ({ urlPattern, resourceType: 'Document' as const }));
    if (patterns.length > 0) await session.send('Fetch.enable', { patterns });
    else await session.send('Fetch.disable');
  };
  await enable();
  if (!boundary.hasLists) {
    boundary.onOpened(() => {
      enable().catch(() => {
        // The browser is gone. Were it not, a stale sieve only stops more than it need.
      });
    });
  }
  return async () => {
    try {
      await session.detach();
    } catch {
      // The browser is closed.
    }
  };
}

async function decide(
  session: CDPSession,
  boundary: Boundary,
  guarded: GuardedBrowser,
  { requestId, request, frameId }: Paused,
): Promise<unknown> {
  const { url, headers } = request;
  const pass = () => session.send('Fetch.continueRequest', { requestId });
  if (boundary.admits(url)) return pass();
  const target = await targetOf(session, frameId);
  if (!(await guarded.isOurs({ frameId, target, referer: headers.Referer ?? headers.referer })))
    return pass();
  const isPage = target?.type === 'page' && target.subtype === undefined;
  // Aborted, a page stays as it is; a frame gets the browser's own page for what was blocked.
  const errorReason = isPage ? 'Aborted' : 'BlockedByClient';
  const isNew = isPage && (await guarded.dismisses(target));
  // Said first, so that whoever waits for the request finds the reason of its failure.
  guarded.refused(url, isNew ? 'new tab' : isPage ? 'page' : 'frame');
  await session.send('Fetch.failRequest', { requestId, errorReason });
  return isNew && session.send('Target.closeTarget', { targetId: frameId });
}

/** A page's target is named like its main frame; most frames have none of their own. */
export async function targetOf(
  session: CDPSession,
  targetId: string,
): Promise<TargetInfo | undefined> {
  try {
    return (await session.send('Target.getTargetInfo', { targetId })).targetInfo;
  } catch {
    return undefined;
  }
}

/** A guard that was asked for works, or nothing starts. */
function withoutBrowser(boundary: Boundary): () => Promise<void> {
  if (!boundary.hasLists) return async () => {};
  throw new ValidationError('cannot be kept: this Playwright does not give its browser out', {
    field: 'security',
    remedy: 'Update playwright, or leave userDataDir out.',
  });
}
