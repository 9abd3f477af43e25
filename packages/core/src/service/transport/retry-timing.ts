/** Every wait before a retry lies between these two, what the service asks for included. */
export interface RetryTiming {
  minDelayMs: number;
  maxDelayMs: number;
}

/**
 * How long to wait before the try after `failedAttempts`: what the service asked for, else twice as
 * long each time, of which a random half to a whole, so that many clients do not return together.
 */
export function retryDelayMs(
  failedAttempts: number,
  retryAfterMs: number | undefined,
  { minDelayMs, maxDelayMs }: RetryTiming,
  random: () => number = Math.random,
): number {
  if (retryAfterMs !== undefined) return Math.min(Math.max(retryAfterMs, 0), maxDelayMs);
  const whole = Math.min(minDelayMs * 2 ** (failedAttempts - 1), maxDelayMs);
  return Math.round(whole * (0.5 + random() / 2));
}

/** A `Retry-After` header: seconds, or an HTTP date. Undefined when absent or not understood. */
export function parseRetryAfter(header: string | null, nowMs: number): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
  // `Date.parse` takes many things for dates, "-5" and "12 apples" among them.
  if (!/^[A-Za-z]{3,9}, /.test(text)) return undefined;
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}
