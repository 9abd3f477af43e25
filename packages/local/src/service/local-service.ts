import type { LocalCredentials } from '../auth/local-credentials.js';
import type { RunView } from '../engine/run-view.js';
import type { Faults } from '../faults/fault-plan.js';
import type { RequestRecord } from '../state/request-log.js';

/** A Nova Act service without a network. */
export interface LocalService {
  /** Answers a request as the service would. Give it to a client in place of the global `fetch`. */
  fetch(input: Request | string | URL, init?: RequestInit): Promise<Response>;
  /** The key that the API-key surface takes. */
  readonly apiKey: string;
  /** Credentials that the AWS surface takes. */
  readonly credentials: LocalCredentials;
  /** The region that requests of the AWS surface must be signed for. Default: `us-east-1`. */
  readonly region: string;
  /** Faults made on purpose: add, list, remove. */
  readonly faults: Faults;
  /** All runs with their sessions, acts and steps, oldest first: what the service saw, for tests. */
  runs(): readonly RunView[];
  /** Every request, oldest first, those that were refused too. */
  requests(): readonly RequestRecord[];
}
