/** What the service said when it did not accept who asks. */
export interface Refusal {
  /** AWS's name for it: `ExpiredTokenException`. */
  readonly code: string | undefined;
  /** The service's time, where its answer has one. */
  readonly serverMs: number | undefined;
}

/** What may undo a refusal, so that the request is worth sending once more. */
export type Amendment = 'credentials' | 'time';

/** Temporary credentials have come to their end. Services name it differently. */
const EXPIRED = new Set(['ExpiredToken', 'ExpiredTokenException', 'TokenRefreshRequired']);
/** The service does not know the credentials, or not any more: they may have been rotated. */
const UNKNOWN = new Set([
  'InvalidAccessKeyId',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'InvalidToken',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
]);
/** The codes that the AWS SDKs take for a clock that is off, where the answer's Date says so too. */
const OF_TIME = new Set([
  'AuthFailure',
  'InvalidSignatureException',
  'RequestExpired',
  'RequestInTheFuture',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
]);

/** Signatures are good for five minutes; somewhat less, because the answer has been on its way too. */
export const MAX_SKEW_MS = 4 * 60_000;

export const isExpired = ({ code }: Refusal): boolean => EXPIRED.has(code ?? '');

export const isUnknown = ({ code }: Refusal): boolean => UNKNOWN.has(code ?? '');

/** Whether a signature of `signedMs` was refused for its time. */
export const isOfTime = ({ code, serverMs }: Refusal, signedMs: number): boolean =>
  OF_TIME.has(code ?? '') && serverMs !== undefined && Math.abs(serverMs - signedMs) > MAX_SKEW_MS;

/** Whether an answer speaks of who asks; 400 does with some services, and is otherwise of what is asked. */
export function refusalOf(
  status: number,
  code: string | undefined,
  headers: Headers,
): Refusal | undefined {
  const known = [EXPIRED, UNKNOWN, OF_TIME].some((codes) => codes.has(code ?? ''));
  const isOne = status === 401 || status === 403 || (status === 400 && known);
  return isOne ? { code, serverMs: dateOf(headers) } : undefined;
}

/** The `Date` of an answer. */
export function dateOf(headers: Headers): number | undefined {
  const ms = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(ms) ? undefined : ms;
}
