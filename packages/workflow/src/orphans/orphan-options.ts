import type { ServiceOptions } from '@nova-act/core/runtime';

/** Which runs are looked at, and how the service is reached: always with IAM. */
export interface OrphanOptions extends ServiceOptions {
  /** The definition whose runs are looked at. */
  workflowDefinitionName: string;
  /**
   * Milliseconds without a sign of life after which a run counts as left behind: since it began, and since
   * its last act began or ended. Take more than a living run goes without an act: than its longest pause
   * for plain code, for a person, for a queue. From 1; an hour is a good begin.
   */
  olderThanMs: number;
  /** True: finds them and leaves them as they are. Default false. */
  dryRun?: boolean | undefined;
  /** Ends the search; runs that are ended by then stay so. */
  signal?: AbortSignal | undefined;
}

/** A run that nobody acts in any more. */
export interface OrphanedRun {
  /** The workflow definition of the run, the one of `OrphanOptions`. */
  readonly workflowDefinitionName: string;
  /** The id that the service gave the run when it was created, a UUID. */
  readonly workflowRunId: string;
  /** When the service created the run, by the clock of the service. */
  readonly startedAt: Date;
  /** When it began, or its last act began or ended, whichever is latest. */
  readonly lastActiveAt: Date;
}

/** What `endOrphanedRuns()` found among the runs that go on, and did; each is in one of the three. */
export interface OrphanReport {
  /** Left behind, and `FAILED` now; with `dryRun`, still as they were. */
  readonly orphans: readonly OrphanedRun[];
  /** How many of the definition's running runs were left alone because they live, as far as can be seen. */
  readonly alive: number;
  /** Those that could not be looked at or ended, and why: `nova-act:UpdateWorkflowRun` not allowed, say. */
  readonly failed: readonly {
    /** The id of the run, a UUID; it is as it was, as far as is known. */
    readonly workflowRunId: string;
    /** What the request for it threw: an `ActServiceError`, mostly. */
    readonly error: unknown;
  }[];
}
