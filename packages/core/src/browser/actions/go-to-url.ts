import { ActActuationError, AgentRedirectError, ValidationError } from '../../errors/index.js';
import { redactUrl } from '../../errors/redact-url.js';
import type { JsonValue } from '../../wire/json.js';
import { sealedText } from '../open/sealed-error.js';
import { checkUrl, isAllowedUrl } from '../url-rules.js';
import type { Hand } from './hand.js';

/**
 * Navigates, and is done when the answer has come and its document has been read; settling is for
 * later. An answer of 4xx or 5xx is a page like any other.
 * @throws ValidationError for an address that may not be opened; ActActuationError when none answers.
 */
export async function goToUrl(
  { page, sessions, signal, security }: Hand,
  url: string,
  timeoutMs: number,
): Promise<JsonValue> {
  const address = checkUrl(url, 'url', security);
  signal.throwIfAborted();
  let status: number | undefined;
  // Left alone, a navigation that was given up could still take the page away later.
  const giveUp = () => {
    sessions.main.send('Page.stopLoading').catch(() => {
      // The page is gone, and the navigation with it.
    });
  };
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    const response = await page.goto(address, { waitUntil: 'commit', timeout: timeoutMs });
    status = response?.status();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    signal.throwIfAborted();
    // Playwright's way to say that the answer is a file and not a page.
    if (/Download is starting/.test(message)) return { download: redactUrl(address) };
    if (/ERR_BLOCKED_BY_CLIENT/.test(message)) throw refused(address);
    if (/interrupted by another navigation/.test(message)) return { url: redactUrl(page.url()) };
    const why = /Timeout \d+ms exceeded/.test(message)
      ? `no answer within ${timeoutMs} ms (goToUrlTimeoutMs)`
      : (/net::ERR_[A-Z_]+/.exec(message)?.[0] ?? sealedText(message));
    throw new ActActuationError(`${redactUrl(address)} could not be opened: ${why}`);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
  await checkArrival({ page, signal, security });
  return { url: redactUrl(page.url()), ...(status === undefined ? {} : { status }) };
}

/** A redirect, a link or a script can lead where it may not: the page is left again, unseen. */
export async function checkArrival({
  page,
  signal,
  security,
}: Pick<Hand, 'page' | 'signal' | 'security'>): Promise<void> {
  const url = page.url();
  if (isArrivalAllowed(url, security)) return;
  signal.throwIfAborted();
  await page.goto('about:blank');
  throw new AgentRedirectError(
    `${redactUrl(url)} may not be opened in this session, and was left again. Try another way.`,
  );
}

/** What a page can lead to by itself, such as `blob:` and `chrome-error:`, is its own affair. */
function isArrivalAllowed(url: string, security: Hand['security']): boolean {
  const { protocol } = URL.canParse(url) ? new URL(url) : { protocol: '' };
  if (!['http:', 'https:', 'file:'].includes(protocol)) return true;
  return isAllowedUrl(url, security);
}

function refused(url: string): ValidationError {
  return new ValidationError('may not be opened', {
    field: 'url',
    value: redactUrl(url),
    remedy: 'See security.allowedUrls and security.blockedUrls of this session.',
  });
}
