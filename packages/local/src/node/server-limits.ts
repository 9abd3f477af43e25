/** What a service takes from those who have not shown yet who they are, and how long it waits for them. */
export interface ServerLimits {
  /**
   * Connections at a time. When there are more, those that are idle are closed; a newer one is then answered 503. A
   * hundred more are accepted to be told so, others dropped. Default: 1,000.
   */
  maxConnections?: number | undefined;
  /**
   * Bytes, of all requests together, of bodies that must be read before their signature can be checked: of clients
   * that sign without `x-amz-content-sha256`, and of requests to the pages. A request beyond it is answered 503. At
   * least `maxBodyBytes`. Default: 64,000,000, or ten times `maxBodyBytes` if that is more.
   */
  maxUnauthenticatedBytes?: number | undefined;
  /** From a connection, or the end of the request before, to the end of a request's headers. Default: 15,000. */
  headersTimeoutMs?: number | undefined;
  /**
   * To the last byte of a request, and as long again for a client to take in its answer. At least `headersTimeoutMs`.
   * Default: 60,000.
   */
  requestTimeoutMs?: number | undefined;
  /** How long a connection is kept between two requests. Default: 120,000. */
  idleTimeoutMs?: number | undefined;
}

export type SetLimits = { readonly [Name in keyof ServerLimits]-?: number };

/** With their defaults. Throws a TypeError that names the one that is wrong. */
export function serverLimits(given: ServerLimits, maxBodyBytes: number): SetLimits {
  const limits: SetLimits = {
    maxConnections: given.maxConnections ?? 1_000,
    maxUnauthenticatedBytes:
      given.maxUnauthenticatedBytes ?? Math.max(64_000_000, 10 * maxBodyBytes),
    headersTimeoutMs: given.headersTimeoutMs ?? 15_000,
    requestTimeoutMs: given.requestTimeoutMs ?? 60_000,
    // Clients keep connections between the steps of an act, and a person may look at the page for minutes.
    idleTimeoutMs: given.idleTimeoutMs ?? 120_000,
  };
  for (const [name, value] of Object.entries(limits))
    if (!Number.isInteger(value) || value < 1 || value > maxTimer)
      refuse(`limits.${name} must be a whole number from 1 to ${maxTimer}, is ${value}`);
  const { maxUnauthenticatedBytes: bytes, headersTimeoutMs, requestTimeoutMs } = limits;
  if (bytes < maxBodyBytes)
    refuse(
      `limits.maxUnauthenticatedBytes must be at least maxBodyBytes, ${maxBodyBytes}, is ${bytes}`,
    );
  if (requestTimeoutMs < headersTimeoutMs)
    refuse(
      `limits.requestTimeoutMs must be at least limits.headersTimeoutMs, ${headersTimeoutMs}, is ${requestTimeoutMs}`,
    );
  return limits;
}

/** Timers take no more. */
const maxTimer = 2 ** 31 - 1;

function refuse(message: string): never {
  throw new TypeError(`Local service options: ${message}`);
}
