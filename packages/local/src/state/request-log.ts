import type { Surface } from '../contract/match-operation.js';
import type { OperationName } from '../contract/operations.js';

/** One request as the service saw it, and what it did. Holds no header that could be a secret. */
export interface RequestRecord {
  surface: Surface;
  /** Undefined when the path and method are no operation. */
  operation: OperationName | undefined;
  method: string;
  path: string;
  /** The service's id of the request: what support asks for. */
  requestId: string;
  atMs: number;
  durationMs: number;
  /** Of the answer; 0 when none was sent. */
  status: number;
  /** `x-amzn-errortype`, or its nearest kin on the API-key surface. */
  errorType?: string | undefined;
  message?: string | undefined;
  /** The kind of the fault that was injected. */
  fault?: string | undefined;
  /** True when the operation was carried out, whatever the client got to see of it. */
  executed: boolean;
  bodyBytes: number;
  clientToken?: string | undefined;
  userAgent?: string | undefined;
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
