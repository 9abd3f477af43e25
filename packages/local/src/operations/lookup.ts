import type { ActRecord, DefinitionRecord, RunRecord, SessionRecord } from '../state/records.js';
import { ServiceFault } from '../surface/service-fault.js';
import type { ActInput, RunInput, SessionInput } from './inputs.js';
import type { OperationScope } from './scope.js';

/** What it takes to tell that the time of something is over. */
export type Aging = Pick<OperationScope, 'store' | 'rules' | 'now'>;

/** The only definition of the API-key surface; it always exists there. */
export const defaultDefinition = 'default';

export function findDefinition(scope: OperationScope, name: string): DefinitionRecord {
  const record = currentDefinition(scope, name);
  if (!record)
    throw ServiceFault.notFound(
      'workflow-definition',
      name,
      scope.surface === 'aws'
        ? '. Create it with CreateWorkflowDefinition first.'
        : '. On this surface the only one is "default".',
    );
  return record;
}

/** Undefined when there is none, or none any more. */
export function currentDefinition(
  scope: OperationScope,
  name: string,
): DefinitionRecord | undefined {
  const record = scope.store.definition(scope.surface, name);
  if (record && isGone(scope, record)) {
    scope.store.forgetDefinition(record);
    return undefined;
  }
  if (!record && scope.surface === 'api-key' && name === defaultDefinition)
    return addDefinition(scope, { name });
  return record;
}

export function addDefinition(
  scope: OperationScope,
  parts: Pick<DefinitionRecord, 'name' | 'description' | 'exportConfig'>,
): DefinitionRecord {
  const record: DefinitionRecord = {
    ...parts,
    surface: scope.surface,
    createdAtMs: scope.now(),
    sequence: scope.store.nextSequence(),
  };
  scope.store.savedDefinition(record);
  return record;
}

/** The run of the path, as it is now: timed out if its time is over. */
export function findRun(scope: OperationScope, input: RunInput): RunRecord {
  const run = scope.store.run(input.workflowRunId);
  if (run && isGone(scope, run)) scope.store.forgetRun(run);
  else if (
    run?.surface === scope.surface &&
    run.workflowDefinitionName === input.workflowDefinitionName
  ) {
    expireRun(scope, run);
    return run;
  }
  throw ServiceFault.notFound(
    'workflow-run',
    input.workflowRunId,
    ` of the workflow definition ${input.workflowDefinitionName}`,
  );
}

/** The run of the path, or a conflict when it has ended. */
export function findOpenRun(scope: OperationScope, input: RunInput): RunRecord {
  const run = findRun(scope, input);
  if (run.status !== 'RUNNING')
    throw ServiceFault.conflict(
      `The workflow run ${run.workflowRunId} has ended: it is ${run.status}`,
      'workflow-run',
      run.workflowRunId,
    );
  return run;
}

export function findSession(
  scope: OperationScope,
  run: RunRecord,
  input: SessionInput,
): SessionRecord {
  const session = scope.store.session(input.sessionId);
  if (session?.workflowRunId !== run.workflowRunId)
    throw ServiceFault.notFound(
      'session',
      input.sessionId,
      ` of the workflow run ${run.workflowRunId}`,
    );
  return session;
}

export function findAct(scope: OperationScope, session: SessionRecord, input: ActInput): ActRecord {
  const act = scope.store.act(input.actId);
  if (act?.sessionId !== session.sessionId)
    throw ServiceFault.notFound('act', input.actId, ` of the session ${session.sessionId}`);
  expireAct(scope, act);
  return act;
}

/** The act of the path, or a conflict when it or its run has ended. */
export function findOpenAct(scope: OperationScope, input: ActInput): ActRecord {
  const act = findAct(scope, findSession(scope, findOpenRun(scope, input), input), input);
  refuseEndedAct(act);
  return act;
}

export function refuseEndedAct(act: ActRecord): void {
  if (act.endedAtMs !== undefined)
    throw ServiceFault.conflict(
      `The act ${act.actId} has ended: it is ${act.status}`,
      'act',
      act.actId,
    );
}

/** True when something deleted is no longer to be seen. */
export function isGone(
  scope: Pick<OperationScope, 'now' | 'rules'>,
  record: { deletedAtMs?: number | undefined },
): boolean {
  return (
    record.deletedAtMs !== undefined &&
    scope.now() - record.deletedAtMs >= scope.rules.deletionDelayMs
  );
}

export function expireRun(scope: Aging, run: RunRecord): void {
  const endMs = run.startedAtMs + scope.rules.runTimeoutMs;
  if (run.status !== 'RUNNING' || scope.now() < endMs) return;
  scope.store.savedRun(run, { status: 'TIMED_OUT', endedAtMs: endMs });
}

export function expireAct(scope: Aging, act: ActRecord): void {
  const endMs = act.startedAtMs + scope.rules.actTimeoutMs;
  if (act.endedAtMs !== undefined || scope.now() < endMs) return;
  scope.store.savedAct(act, { status: 'TIMED_OUT', endedAtMs: endMs });
}
