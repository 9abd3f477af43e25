import type { AssumeRoleOptions, RetryOptions } from '@nova-act/core/runtime';

export const HANDOFF_FORMAT = 'nova-act-handoff/1';

/** How a workflow is handed over. */
export interface HandoffOptions {
  /**
   * `share`: the run stays this workflow's to end. `transfer`: the joiner ends it, with the status that
   * is true of its function; this workflow then tells the service nothing. If nobody joins, nobody
   * ends the run. Default `share`.
   */
  ownership?: 'share' | 'transfer' | undefined;
  /**
   * Puts the explicit `credentials` or `apiKey` of this workflow into the value. For threads of one
   * process only: whoever sees the value, in a queue, a log or a process list, can use them.
   */
  credentials?: 'include' | undefined;
}

export type HandedCredentials =
  | { readonly apiKey: string }
  | {
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      readonly sessionToken?: string;
      /** ISO 8601. */
      readonly expiration?: string;
    };

/** What crosses to the joiner. Plain JSON; not for reading or changing, its checksum sees to that. */
export interface Handoff {
  readonly format: typeof HANDOFF_FORMAT;
  readonly workflowDefinitionName: string;
  readonly workflowRunId: string;
  readonly surface: 'aws' | 'api-key';
  readonly ownership: 'share' | 'transfer';
  /** The joiner must reach the same: it is compared, never followed, unless credentials are included. */
  readonly endpointUrl: string;
  /** Options of the parent that are no secrets. */
  readonly service: {
    readonly region?: string;
    readonly profile?: string;
    readonly assumeRole?: AssumeRoleOptions;
    readonly retry?: RetryOptions;
    readonly requestTimeoutMs?: number;
  };
  readonly credentials?: HandedCredentials;
  /** Finds damage and careless changes. It is no signature: who can write a queue can make a handoff. */
  readonly checksum: string;
}
