import { preempt } from '../../deadline/pre-empt.js';
import type { RemoteBrowser, RemoteBrowserSession } from '../remote-browser.js';
import type { BrowserHold } from './browser-hold.js';
import { closeNow } from './close-now.js';
import { askFor } from './endpoint/ask-for.js';
import { checkEndpointUrl, checkHeaders } from './endpoint/check-endpoint.js';
import { type Connected, connect } from './endpoint/connect.js';
import type { OpenInput } from './open-input.js';
import { openWithin } from './open-within.js';
import { type RemoteEnd, remoteEnd, STEP } from './remote-end.js';
import { sizePages } from './session-page.js';

/** A browser in a cloud takes seconds to start, and a busy cloud some more. */
const OPENS_WITHIN_MS = 120_000;

/** A browser that is started elsewhere for this session, and ended with it whatever becomes of it. */
export async function openRemote(remote: RemoteBrowser, input: OpenInput): Promise<BrowserHold> {
  const session = await startedBy(remote, input);
  const end = remoteEnd(session);
  const open = async () => {
    input.signal.throwIfAborted();
    const url = checkEndpointUrl(session.endpointUrl, 'browser.endpointUrl');
    const headers = checkHeaders(session.headers ?? {}, 'browser.headers');
    return connect({ url, headers }, input, (connected) => take(connected, end, input));
  };
  return openWithin(open, end, input, STEP);
}

/** Also a browser that comes after an abort, or after its deadline, is ended. */
async function startedBy(remote: RemoteBrowser, input: OpenInput): Promise<RemoteBrowserSession> {
  const { viewport, clock, signal, logger, late } = input;
  let opening: Promise<RemoteBrowserSession> | undefined;
  const ask = (until: AbortSignal) => {
    opening = (async () => remote.open({ viewport, signal: until, logger }))();
    return opening;
  };
  const remedy = `It is ${remote.name} that was asked for a browser.`;
  try {
    const asked = { field: 'browser', timeoutMs: OPENS_WITHIN_MS, remedy, ask, keepsOwn: true };
    return await askFor(asked, input);
  } catch (error) {
    const ended = (session: RemoteBrowserSession) => closeNow(remoteEnd(session), clock, STEP);
    // Where there never was one, its failure is what is told.
    late(
      Promise.resolve(opening).then(
        (session) => session && ended(session),
        () => undefined,
      ),
    );
    signal.throwIfAborted();
    throw error;
  }
}

/** The browser is this session's own, with the page that it began with. */
async function take(
  { browser, place, disconnect }: Connected,
  end: RemoteEnd,
  { viewport, clock }: OpenInput,
): Promise<BrowserHold> {
  const context = browser.contexts()[0] ?? (await browser.newContext());
  const page = context.pages()[0] ?? (await context.newPage());
  await sizePages(context, page, viewport);
  // Nobody comes back to it: what costs by the minute is ended at once. The stop tells what failed.
  browser.once('disconnected', () => {
    closeNow(end, clock, STEP).catch(() => undefined);
  });
  return {
    context,
    page,
    place,
    ownsContext: true,
    ownsBrowser: true,
    borrowedPage: false,
    release: (limit) => preempt(disconnect(), limit),
    end,
  };
}
