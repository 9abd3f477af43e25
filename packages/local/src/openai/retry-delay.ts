const firstDelayMs = 500;
const maxDelayMs = 30_000;
const retried = new Set([408, 409, 425, 429, 500, 502, 503, 504, 529]);

/**
 * How long to wait before a request is tried again; undefined when it should not be: the answer will be the same, or
 * the endpoint asks for more time than a step has. `status` is undefined when there was no answer.
 */
export function retryDelayMs(
  attempt: number,
  status: number | undefined,
  retryAfter: string | null,
  nowMs: number,
): number | undefined {
  if (status !== undefined && !retried.has(status)) return undefined;
  const asked = retryAfter === null ? undefined : delayOf(retryAfter, nowMs);
  if (asked === undefined) return Math.min(maxDelayMs, firstDelayMs * 2 ** (attempt - 1));
  return asked <= maxDelayMs ? asked : undefined;
}

/** Seconds, or a date. */
function delayOf(retryAfter: string, nowMs: number): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const dateMs = Date.parse(retryAfter);
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs);
}
