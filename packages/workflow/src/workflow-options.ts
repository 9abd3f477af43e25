import { type Logger, ValidationError } from '@nova-act/core';
import {
  API_KEY_DEFINITION,
  checkDefinitionName,
  createNovaActService,
  type NovaActService,
  readConfig,
  type ServiceOptions,
  type ServiceSeams,
} from '@nova-act/core/runtime';

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

/** Options, checked and resolved: all that a run needs. */
export interface RunPlan {
  readonly service: NovaActService;
  readonly workflowDefinitionName: string;
  readonly modelId: string;
  readonly logGroupName: string | undefined;
  readonly logger: Logger;
  readonly signal: AbortSignal | undefined;
}

const DEFAULT_MODEL_ID = 'nova-act-latest';

/** Sends nothing. @throws AuthError, ValidationError */
export function planRun(options: WorkflowOptions & WorkflowSeams): RunPlan {
  const { signal, modelId = DEFAULT_MODEL_ID, logGroupName } = options;
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    throw new ValidationError('is not an AbortSignal', {
      field: 'signal',
      value: signal,
      remedy: 'Pass the `signal` of an AbortController, AbortSignal.timeout() or shutdownSignal().',
    });
  }
  const config = options.config ?? readConfig();
  const logger = options.logger ?? config.logger;
  const service = createNovaActService({ ...options, config, logger });
  const plan = { service, modelId, logger, signal };
  if (service.surface === 'aws') {
    checkDefinitionName(options.workflowDefinitionName);
    const { workflowDefinitionName } = options;
    return { ...plan, workflowDefinitionName, logGroupName };
  }
  const name = options.workflowDefinitionName;
  if (name !== undefined && name !== API_KEY_DEFINITION) {
    logger.warn('workflowDefinitionName is not used with an API key', {
      workflowDefinitionName: name,
      used: API_KEY_DEFINITION,
    });
  }
  if (logGroupName !== undefined) {
    logger.warn('logGroupName is not used with an API key', { logGroupName });
  }
  return { ...plan, workflowDefinitionName: API_KEY_DEFINITION, logGroupName: undefined };
}
