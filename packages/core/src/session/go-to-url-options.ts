import { checkNavigationTimeout } from '../browser/check-navigation-timeout.js';
import { ValidationError } from '../errors/index.js';
import { redactUrl } from '../errors/redact-url.js';
import { knownOptions } from '../options/known-options.js';
import { refuseUnknown } from '../options/refuse-unknown.js';
import { parseUrl } from '../parse-url.js';

/** How `goToUrl` goes to a page, and how long it waits. */
export interface GoToUrlOptions {
  /** Ends the navigation; the promise rejects with its reason. */
  signal?: AbortSignal | undefined;
  /**
   * When the page counts as reached. `settled`, the default: it was answered and has come to rest, for at
   * most some seconds. The others are Playwright's and wait for no rest: `commit` (the answer has begun),
   * `domcontentloaded`, `load` (images and styles are there), `networkidle` (no request for 500 ms). An act
   * waits for rest before its first look in any case.
   */
  waitUntil?: 'settled' | 'commit' | 'domcontentloaded' | 'load' | 'networkidle' | undefined;
  /**
   * For the page to be answered, and to come as far as a `waitUntil` of Playwright's: 1–600,000 ms. Default
   * `goToUrlTimeoutMs` of the session.
   */
  timeoutMs?: number | undefined;
  /** The http or https address that the page is said to be reached from, sent whole. Default none. */
  referer?: string | undefined;
  /**
   * Whose choice the address is. `program`, the default: yours, within the lists of `security`. `agent`: a
   * model's, which is kept from this machine's and its network's own addresses, as the agent of an act is.
   */
  by?: 'program' | 'agent' | undefined;
}

const WAITS = ['settled', 'commit', 'domcontentloaded', 'load', 'networkidle'] as const;

const GO_TO_URL_OPTIONS = knownOptions<GoToUrlOptions>(
  'goToUrl()',
  { signal: true, waitUntil: true, timeoutMs: true, referer: true, by: true },
  {
    timeout: 'Did you mean timeoutMs? It is in milliseconds.',
    goToUrlTimeoutMs: 'Did you mean timeoutMs? goToUrlTimeoutMs is an option of NovaAct.',
    referrer: 'Did you mean referer?',
  },
);

/** @throws ValidationError */
export function checkGoToUrlOptions(options: GoToUrlOptions): void {
  refuseUnknown(options, GO_TO_URL_OPTIONS);
  const { waitUntil, timeoutMs, referer, by } = options;
  if (waitUntil !== undefined && !WAITS.includes(waitUntil)) {
    throw new ValidationError('is not a moment to wait for', {
      field: 'waitUntil',
      value: waitUntil,
      remedy: `Use one of ${WAITS.map((name) => `'${name}'`).join(', ')}.`,
    });
  }
  if (by !== undefined && by !== 'program' && by !== 'agent') {
    throw new ValidationError('is nobody who goes to pages', {
      field: 'by',
      value: by,
      remedy: "Use 'program' or 'agent'.",
    });
  }
  checkNavigationTimeout('timeoutMs', timeoutMs);
  if (referer !== undefined) checkReferer(referer);
}

function checkReferer(referer: unknown): void {
  const parsed =
    typeof referer === 'string' && !/[\r\n\t]/.test(referer) ? parseUrl(referer) : undefined;
  const isWeb = parsed?.protocol === 'http:' || parsed?.protocol === 'https:';
  if (isWeb && parsed.username === '' && parsed.password === '') return;
  throw new ValidationError('is not the address of a page', {
    field: 'referer',
    value: typeof referer === 'string' ? redactUrl(referer) : referer,
    remedy: 'Give a whole http or https URL without user and password.',
  });
}
