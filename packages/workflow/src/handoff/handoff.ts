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

/** The secrets that a handoff holds with `credentials: 'include'`: the key, or the AWS credentials, given explicitly. */
export type HandedCredentials =
  | {
      /** The Nova Act API key of the workflow, whole. */
      readonly apiKey: string;
    }
  | {
      /** Names the secret in each signature. */
      readonly accessKeyId: string;
      /** What the joiner signs its requests with. */
      readonly secretAccessKey: string;
      /** Of temporary credentials; absent with lasting ones. */
      readonly sessionToken?: string | undefined;
      /** Of the role that is assumed with them. */
      readonly externalId?: string | undefined;
      /** ISO 8601. */
      readonly expiration?: string | undefined;
    };

/** What crosses to the joiner. Plain JSON; not for reading or changing, its checksum sees to that. */
export interface Handoff {
  /** The version of this value, `nova-act-handoff/1`; a joiner that reads another one throws `HandoffError`. */
  readonly format: typeof HANDOFF_FORMAT;
  /** The workflow definition of the run: 1–40 letters, digits, `_` or `-`; `default` with an API key. */
  readonly workflowDefinitionName: string;
  /** The id that the service gave the run when it was created, a UUID. */
  readonly workflowRunId: string;
  /** Which service the run is on: `aws` with IAM, `api-key` with a key. The joiner must use the same. */
  readonly surface: 'aws' | 'api-key';
  /** Who ends the run: `share` its owner, `transfer` the joiner. See `HandoffOptions.ownership`. */
  readonly ownership: 'share' | 'transfer';
  /** The joiner must reach the same: it is compared, never followed, unless credentials are included. */
  readonly endpointUrl: string;
  /** Options of the parent that are no secrets. */
  readonly service: {
    /** AWS region of the service and of STS, which the joiner uses unless it names its own. */
    readonly region?: string | undefined;
    /** A profile of the AWS configuration files, looked up on the machine of the joiner. */
    readonly profile?: string | undefined;
    /** The role that the joiner takes on; its external ID is left out. */
    readonly assumeRole?: Omit<AssumeRoleOptions, 'externalId'> | undefined;
    /** The role is assumed with an external ID, which the joiner must have of its own. */
    readonly needsExternalId?: boolean | undefined;
    /** How often and how fast failed requests are repeated, unless the joiner says otherwise. */
    readonly retry?: RetryOptions | undefined;
    /** How long one request may take, in milliseconds, unless the joiner says otherwise. */
    readonly requestTimeoutMs?: number | undefined;
  };
  /** Only with `credentials: 'include'`: whoever sees the value can use them. */
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
