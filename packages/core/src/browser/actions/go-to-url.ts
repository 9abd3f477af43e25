import type { Page } from 'playwright';
import { preempt } from '../../deadline/pre-empt.js';
import { ActActuationError, AgentRedirectError, ValidationError } from '../../errors/index.js';
import { redactUrl } from '../../errors/redact-url.js';
import type { JsonValue } from '../../wire/json.js';
import { demandAdmitted } from '../boundary/arrival.js';
import { checkUrl } from '../boundary/check-url.js';
import { sealedText } from '../open/sealed-error.js';
import type { Action } from './action.js';
import type { Hand } from './hand.js';

/** How long a document that goes on being written is waited for, in ms. */
const DOCUMENT_TIMEOUT_MS = 3_000;

type Going = Omit<Extract<Action, { kind: 'goToUrl' }>, 'kind' | 'url'>;

/**
 * Navigates, and is done when the answer has come (and, for the program, when its document has been
 * read, or as far as it asked for); settling is for later. An answer of 4xx or 5xx is a page like any
 * other.
 * @throws ValidationError for an address that may not be opened; ActActuationError when none answers.
 */
export async function goToUrl(
  hand: Hand,
  url: string,
  { timeoutMs, by, asked }: Going,
): Promise<JsonValue> {
  const { page, sessions, signal, security, boundary } = hand;
  const { waitUntil = 'commit' } = asked;
  const address = checkUrl(url, 'url', security);
  demandFor(by, hand, address);
  signal.throwIfAborted();
  boundary.lastRefused = undefined;
  boundary.agentGoes = by === 'agent' ? address : undefined;
  let status: number | undefined;
  // Left alone, a navigation that was given up could still take the page away later.
  const giveUp = async () => {
    try {
      await sessions.main.send('Page.stopLoading');
    } catch {
      // The page is gone, and the navigation with it.
    }
  };
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    const response = await page.goto(address, {
      waitUntil,
      timeout: timeoutMs,
      ...(asked.referer === undefined ? {} : { referer: asked.referer }),
    });
    status = response?.status();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    signal.throwIfAborted();
    // Playwright's way to say that the answer is a file and not a page.
    if (/Download is starting/.test(message)) return { download: redactUrl(address) };
    if (/ERR_ABORTED/.test(message) && boundary.lastRefused !== undefined) {
      throw new AgentRedirectError(
        `${redactUrl(address)} leads where it may not: ${boundary.refusal(boundary.lastRefused)}. Try another way.`,
      );
    }
    if (/interrupted by another navigation/.test(message)) return { url: redactUrl(page.url()) };
    const isLate = /Timeout \d+ms exceeded/.test(message);
    if (isLate && waitUntil === 'commit') await giveUp();
    const limit = asked.timeoutMs === undefined ? 'goToUrlTimeoutMs' : 'timeoutMs';
    const missed = waitUntil === 'commit' ? 'no answer' : `no ${waitUntil}`;
    const why = isLate
      ? `${missed} within ${timeoutMs} ms (${limit})`
      : (/net::ERR_[A-Z_]+/.exec(message)?.[0] ?? sealedText(message));
    throw new ActActuationError(`${redactUrl(address)} could not be opened: ${why}`);
  } finally {
    boundary.agentGoes = undefined;
    signal.removeEventListener('abort', giveUp);
  }
  if (by === 'program' && asked.waitUntil === undefined) await documentRead(page, signal);
  await demandAdmitted(page, boundary, signal);
  return { url: redactUrl(page.url()), ...(status === undefined ? {} : { status }) };
}

/**
 * Waits until the document has been read, for what the program does next with the page itself: at its
 * commit a page may have no document yet, and a closing of it is forgotten. One that is written for
 * longer is left to it, as settling leaves it.
 */
async function documentRead(page: Page, signal: AbortSignal): Promise<void> {
  const read = page.waitForLoadState('domcontentloaded', { timeout: DOCUMENT_TIMEOUT_MS });
  await preempt(
    read.catch(() => undefined),
    signal,
  );
}

/** What the program opens is its own affair, within the lists; an agent is kept to what is public. */
function demandFor(
  by: 'agent' | 'program',
  { boundary }: Pick<Hand, 'boundary'>,
  address: string,
): void {
  if (by === 'program') boundary.programOpens(address);
  if (boundary.admits(address)) return;
  throw new ValidationError(boundary.reason(address), {
    field: 'url',
    value: redactUrl(address),
    remedy: 'See security.allowedUrls and startingPage of this session.',
  });
}
