import type { AssumeRoleOptions, RetryOptions } from '@nova-act/core/runtime';

export const HANDOFF_FORMAT = 'nova-act-handoff/1';

/** How a workflow is handed over. */
export interface HandoffOptions {
  /**
   * `share`: the run stays this workflow's to end. `transfer`: the joiner ends it, with the status that
   * is true of its function; this workflow then tells the service nothing. If nobody joins, nobody
   * ends the run, unless it is taken back (`TransferredHandoff.takeBack`). Default `share`.
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
      readonly sessionToken?: string | undefined;
      /** Of the role that is assumed with them. */
      readonly externalId?: string | undefined;
      /** ISO 8601. */
      readonly expiration?: string | undefined;
    };

/** What crosses to the joiner. Plain JSON; not for reading or changing, its checksum sees to that. */
export interface Handoff {
  readonly format: typeof HANDOFF_FORMAT;
  /** The name of the workflow definition. */
  readonly workflowDefinitionName: string;
  /** The id of the run on the service. */
  readonly workflowRunId: string;
  readonly surface: 'aws' | 'api-key';
  readonly ownership: 'share' | 'transfer';
  /** The joiner must reach the same: it is compared, never followed, unless credentials are included. */
  readonly endpointUrl: string;
  /** Options of the parent that are no secrets. */
  readonly service: {
    readonly region?: string | undefined;
    readonly profile?: string | undefined;
    readonly assumeRole?: Omit<AssumeRoleOptions, 'externalId'> | undefined;
    /** The role is assumed with an external ID, which the joiner must have of its own. */
    readonly needsExternalId?: boolean | undefined;
    readonly retry?: RetryOptions | undefined;
    readonly requestTimeoutMs?: number | undefined;
  };
  readonly credentials?: HandedCredentials | undefined;
  /** Of a transfer: the client token of the joiner's first session, by which it is known that it has joined. */
  readonly claim?: string | undefined;
  /** Finds damage and careless changes. It is no signature: who can write a queue can make a handoff. */
  readonly checksum: string;
}

/**
 * A handoff with `ownership: 'transfer'`, as `handoff()` gives it. The two members are not enumerable: what
 * is sent elsewhere is the plain value.
 */
export interface TransferredHandoff extends Handoff {
  /**
   * True as soon as a joiner in this process, in whichever of its threads, is about to run its function;
   * false when this workflow ends, or takes the run back, before one is heard of. Of child processes and
   * other machines nothing is heard; on the AWS surface `takeBack()` asks about them.
   */
  readonly accepted: Promise<boolean>;
  /**
   * Makes the end of the run this workflow's again, if nobody has joined: true when it is; false when
   * somebody has, or the run has ended. When this workflow has ended meanwhile, the run is ended `FAILED`:
   * nobody has done what was handed over.
   *
   * Call it when the handoff is out of the world (the thread has exited, the job is removed): one that
   * is joined later is still joined, until the run ends. On the AWS surface the service is asked
   * (`nova-act:GetWorkflowRun`, `ListSessions` and `CreateSession`); a join in another process or on
   * another machine counts. The API-key surface has nothing to ask: there only joiners in this process are
   * known of, and of all others you must know yourself.
   *
   * @throws ActServiceError when the service cannot be asked, or told: nothing has changed then.
   */
  takeBack(): Promise<boolean>;
}
