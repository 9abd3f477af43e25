import { type Logger, ValidationError } from '@nova-act/core';
import {
  API_KEY_DEFINITION,
  checkDefinitionName,
  createNovaActService,
  guardedLogger,
  type NovaActService,
  readConfig,
  refuseUnknown,
} from '@nova-act/core/runtime';
import { WORKFLOW_OPTIONS } from './known-options.js';
import type { WorkflowOptions, WorkflowSeams } from './workflow-options.js';

/** Options, checked and resolved: all that a run needs. */
export interface RunPlan {
  readonly service: NovaActService;
  /** The workflow definition of the run: 1–40 letters, digits, `_` or `-`; `default` with an API key. */
  readonly workflowDefinitionName: string;
  readonly modelId: string;
  readonly logGroupName: string | undefined;
  readonly logger: Logger;
  readonly signal: AbortSignal | undefined;
}

const DEFAULT_MODEL_ID = 'nova-act-latest';

/** Sends nothing. @throws AuthError, ValidationError */
export function planRun(options: WorkflowOptions & WorkflowSeams): RunPlan {
  refuseUnknown(options, WORKFLOW_OPTIONS);
  const {
    signal,
    modelId = DEFAULT_MODEL_ID,
    logGroupName,
    workflowDefinitionName: given,
    ...reach
  } = options;
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    throw new ValidationError('is not an AbortSignal', {
      field: 'signal',
      value: signal,
      remedy: 'Pass the `signal` of an AbortController, AbortSignal.timeout() or shutdownSignal().',
    });
  }
  const config = options.config ?? readConfig(undefined, options.logger);
  const logger = guardedLogger(options.logger ?? config.logger);
  const service = createNovaActService({ ...reach, config, logger });
  const plan = { service, modelId, logger, signal };
  if (service.surface === 'aws') {
    checkDefinitionName(given);
    return { ...plan, workflowDefinitionName: given, logGroupName };
  }
  if (given !== undefined && given !== API_KEY_DEFINITION) {
    logger.warn('workflowDefinitionName is not used with an API key', {
      workflowDefinitionName: given,
      used: API_KEY_DEFINITION,
    });
  }
  if (logGroupName !== undefined) {
    logger.warn('logGroupName is not used with an API key', { logGroupName });
  }
  return { ...plan, workflowDefinitionName: API_KEY_DEFINITION, logGroupName: undefined };
}
