import type { ServiceOptions, ServiceSeams } from '@nova-act/core/runtime';

/** What a run is a run of, how the service is reached, and what ends it early. */
export interface WorkflowOptions extends ServiceOptions {
  /**
   * The workflow definition, 1–40 letters, digits, `_` or `-`. Required with IAM, where it must exist.
   * With an API key it is always `default`; another name is not used, with a warning.
   */
  workflowDefinitionName?: string | undefined;
  /** The model, 1–100 characters. Default `nova-act-latest`. */
  modelId?: string | undefined;
  /** A CloudWatch log group for the run's logs. Not used with an API key, with a warning. */
  logGroupName?: string | undefined;
  /**
   * Ends the run `FAILED` when it is aborted, and everything in it; the promise rejects with
   * `WorkflowCanceledError` within 250 ms. Aborted beforehand, nothing is sent.
   */
  signal?: AbortSignal | undefined;
}

/** For tests: what stands in for the network, the time and the environment. */
export type WorkflowSeams = Omit<ServiceSeams, 'use'>;
