import type { LooseEnds } from '../act/loose-ends.js';
import type { Config } from '../config.js';
import { tryGetWorkflow } from '../context.js';
import type { Clock } from '../deadline/clock.js';
import { ValidationError } from '../errors/index.js';
import type { Logger } from '../logger.js';
import { createNovaActService } from '../service/create-service.js';
import { API_KEY_DEFINITION } from '../service/http-service.js';
import type { CallOptions, NovaActService } from '../service/nova-act-service.js';
import { openRun } from '../service/run-record.js';
import type { RunPath, TerminalRunStatus } from '../wire/operations.js';
import type { WorkflowBinding } from '../workflow-binding.js';
import type { OwnRunOptions } from './own-run-options.js';
import type { SessionOptions } from './session-options.js';

/** The run a session acts in: a workflow's, or one of its own. */
export interface SessionRun {
  readonly service: NovaActService;
  /** The workflow it belongs to; undefined for a run of its own. */
  readonly workflow: WorkflowBinding | undefined;
  open(signal: AbortSignal, looseEnds: LooseEnds): Promise<RunPath>;
  /** Ends a run of its own; a workflow's is not the session's to end. */
  close(status: TerminalRunStatus, options?: CallOptions): Promise<void>;
}

/** What the API-key surface has for runs without a workflow. */
const OWN_RUN = { workflowDefinitionName: API_KEY_DEFINITION, modelId: 'nova-act-preview' };

/**
 * Explicit beats ambient: the workflow given, then the one this is called in, then (with an API key
 * only) a run of its own.
 * @throws ValidationError; AuthError when there is neither a workflow nor a key.
 */
export function bindSessionRun(
  given: Pick<SessionOptions, 'workflow' | 'apiKey' | 'ownRun'>,
  seams: { config: Config; logger: Logger; clock: Clock },
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
  const reach = ownRunOptions(given);
  return ownRun(createNovaActService({ ...reach, use: 'own-run', ...seams }));
}

function ownRunOptions({
  apiKey,
  ownRun,
}: Pick<SessionOptions, 'apiKey' | 'ownRun'>): OwnRunOptions {
  if (apiKey === undefined) return ownRun ?? {};
  if (ownRun?.apiKey !== undefined) {
    throw new ValidationError('is given beside apiKey, which says the same', {
      field: 'ownRun.apiKey',
      remedy: 'Leave one of them out.',
    });
  }
  return { ...ownRun, apiKey };
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
    async close(status, options) {
      await record?.end(status, options);
    },
  };
}
