import type { LooseEnds } from '../act/loose-ends.js';
import type { Config } from '../config.js';
import { tryGetWorkflow } from '../context.js';
import { ValidationError } from '../errors/index.js';
import type { Logger } from '../logger.js';
import { createNovaActService } from '../service/create-service.js';
import { API_KEY_DEFINITION } from '../service/http-service.js';
import type { NovaActService } from '../service/nova-act-service.js';
import { openRun } from '../service/run-record.js';
import type { RunPath, TerminalRunStatus } from '../wire/operations.js';
import type { WorkflowBinding } from '../workflow-binding.js';

/** The run a session acts in: a workflow's, or one of its own. */
export interface SessionRun {
  readonly service: NovaActService;
  /** The workflow it belongs to; undefined for a run of its own. */
  readonly workflow: WorkflowBinding | undefined;
  open(signal: AbortSignal, looseEnds: LooseEnds): Promise<RunPath>;
  /** Ends a run of its own; a workflow's is not the session's to end. */
  close(status: TerminalRunStatus): Promise<void>;
}

/** What the API-key surface has for runs without a workflow. */
const OWN_RUN = { workflowDefinitionName: API_KEY_DEFINITION, modelId: 'nova-act-preview' };

/**
 * Explicit beats ambient: the workflow given, then the one this is called in, then (with an API key
 * only) a run of its own.
 * @throws ValidationError; AuthError when there is neither a workflow nor a key.
 */
export function bindSessionRun(
  given: { workflow?: WorkflowBinding | undefined; apiKey?: string | undefined },
  config: Config,
  logger: Logger,
): SessionRun {
  const workflow = given.workflow ?? tryGetWorkflow();
  if (workflow) {
    if (given.apiKey !== undefined) {
      throw new ValidationError('is given beside a workflow, which brings its own credentials', {
        field: 'apiKey',
        remedy: 'Leave it out, or give it to the workflow instead.',
      });
    }
    return runOf(workflow);
  }
  const { apiKey } = given;
  return ownRun(createNovaActService({ apiKey, use: 'own-run', config, logger }));
}

function runOf(workflow: WorkflowBinding): SessionRun {
  return {
    service: workflow.service,
    workflow,
    async open() {
      const { workflowDefinitionName, workflowRunId } = workflow;
      return { workflowDefinitionName, workflowRunId };
    },
    async close() {},
  };
}

function ownRun(service: NovaActService): SessionRun {
  let record: Awaited<ReturnType<typeof openRun>> | undefined;
  return {
    service,
    workflow: undefined,
    async open(signal, looseEnds) {
      record = await openRun(service, OWN_RUN, {
        signal,
        onLate: (ended) => looseEnds.add('Ending a run that was created too late', ended),
      });
      const { workflowDefinitionName } = OWN_RUN;
      return { workflowDefinitionName, workflowRunId: record.workflowRunId };
    },
    async close(status) {
      await record?.end(status);
    },
  };
}
