import type { Surface } from '../contract/match-operation.js';
import type { OperationName } from '../contract/operations.js';

/** One request as the service saw it, and what it did. Holds no header that could be a secret. */
export interface RequestRecord {
  /** By the path: `api-key` below `/agent`, else `aws`. */
  surface: Surface;
  /** Undefined when the path and method are no operation. */
  operation: OperationName | undefined;
  /** The HTTP method, as sent. */
  method: string;
  /** As sent, percent-encoded, without the query; cut to 1,000 characters. */
  path: string;
  /** The service's id of the request: what support asks for. */
  requestId: string;
  /** When it had come in whole, in epoch milliseconds. */
  atMs: number;
  /** Until its answer was ready, or it was broken off, in milliseconds; latency made on purpose is in it. */
  durationMs: number;
  /** Of the answer; 0 when none was sent. */
  status: number;
  /** `x-amzn-errortype`, or its nearest kin on the API-key surface. */
  errorType?: string | undefined;
  /** What the client was told went wrong, cut to 2,000 characters. Absent where it was told of nothing. */
  message?: string | undefined;
  /** The kind of the fault that was injected. */
  fault?: string | undefined;
  /** True when the operation was carried out, whatever the client got to see of it. */
  executed: boolean;
  /** Length of its body, in bytes. */
  bodyBytes: number;
  /** The idempotency token in its body, 33–256 characters, of requests that passed validation. */
  clientToken?: string | undefined;
  /** Its `user-agent` header, cut to 300 characters. */
  userAgent?: string | undefined;
  /** Its `x-client-source` header, cut to 300 characters. */
  clientSource?: string | undefined;
}

/** Keeps the newest requests. */
export class RequestLog {
  readonly #records: RequestRecord[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(record: RequestRecord): void {
    this.#records.push(record);
    // Cut in one go now and then: shifting an array one by one costs its length each time.
    if (this.#records.length >= 2 * this.#limit)
      this.#records.splice(0, this.#records.length - this.#limit);
  }

  /** Oldest first. */
  list(): RequestRecord[] {
    return this.#records.slice(-this.#limit);
  }
}
