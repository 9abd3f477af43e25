import type { RunRecord } from '../state/records.js';
import { ServiceFault } from '../surface/service-fault.js';
import type { InputOf } from './inputs.js';
import {
  addDefinition,
  currentDefinition,
  expireRun,
  findDefinition,
  findRun,
  isGone,
} from './lookup.js';
import { acceptsModel } from './model-catalog.js';
import { once } from './once.js';
import { pageOf } from './page.js';
import type { OperationScope } from './scope.js';
import { endedAt, iso, runArn } from './wire-values.js';

export function createWorkflowRun(
  scope: OperationScope,
  input: InputOf<'CreateWorkflowRun'>,
): object {
  return once(scope, 'CreateWorkflowRun', input, () => {
    const { workflowDefinitionName: name, modelId, clientInfo, logGroupName } = input;
    checkClient(scope, modelId, clientInfo.compatibilityVersion);
    if (scope.surface === 'aws' && scope.rules.autoCreateDefinitions)
      if (!currentDefinition(scope, name)) addDefinition(scope, { name });
    if (findDefinition(scope, name).deletedAtMs !== undefined)
      throw ServiceFault.conflict(
        `The workflow definition ${name} is being deleted`,
        'workflow-definition',
        name,
      );
    const run: RunRecord = {
      surface: scope.surface,
      workflowDefinitionName: name,
      workflowRunId: scope.newId(),
      modelId,
      clientInfo,
      ...(logGroupName === undefined ? {} : { logGroupName }),
      status: 'RUNNING',
      startedAtMs: scope.now(),
      updates: [],
      sequence: scope.store.nextSequence(),
      sessions: [],
    };
    scope.store.savedRun(run);
    return { workflowRunId: run.workflowRunId, status: run.status };
  });
}

function checkClient(scope: OperationScope, modelId: string, version: number): void {
  const { models, aliases } = scope.rules.models;
  if (!acceptsModel(scope.rules.models, modelId)) {
    const known = [...Object.keys(aliases), ...models.map((model) => model.modelId)];
    throw ServiceFault.invalid([
      {
        name: 'modelId',
        message: `is no model here, is ${JSON.stringify(modelId)}; known are ${known.join(', ')}`,
      },
    ]);
  }
  const resolved = aliases[modelId] ?? modelId;
  const model = models.find((each) => each.modelId === resolved);
  const minimum = model?.minimumCompatibilityVersion ?? 1;
  if (version < minimum)
    throw ServiceFault.invalid([
      {
        name: 'clientInfo.compatibilityVersion',
        message: `must be at least ${minimum} for ${modelId}, is ${version}`,
      },
    ]);
}

export function getWorkflowRun(scope: OperationScope, input: InputOf<'GetWorkflowRun'>): object {
  const run = findRun(scope, input);
  return {
    workflowRunArn: runArn(scope, run.workflowDefinitionName, run.workflowRunId),
    workflowRunId: run.workflowRunId,
    status: run.status,
    startedAt: iso(run.startedAtMs),
    ...endedAt(run.endedAtMs),
    modelId: run.modelId,
    ...(run.logGroupName === undefined ? {} : { logGroupName: run.logGroupName }),
  };
}

export function listWorkflowRuns(
  scope: OperationScope,
  input: InputOf<'ListWorkflowRuns'>,
): object {
  const { name } = findDefinition(scope, input.workflowDefinitionName);
  const all = scope.store
    .runs()
    .filter(
      (run) =>
        run.surface === scope.surface && run.workflowDefinitionName === name && !isGone(scope, run),
    );
  const { items, ...rest } = pageOf(all, input, `runs ${name}`);
  return {
    workflowRunSummaries: items.map((run) => {
      expireRun(scope, run);
      return {
        workflowRunArn: runArn(scope, name, run.workflowRunId),
        workflowRunId: run.workflowRunId,
        status: run.status,
        startedAt: iso(run.startedAtMs),
        ...endedAt(run.endedAtMs),
      };
    }),
    ...rest,
  };
}

export function updateWorkflowRun(
  scope: OperationScope,
  input: InputOf<'UpdateWorkflowRun'>,
): object {
  const run = findRun(scope, input);
  const { status } = input;
  const update = { status, atMs: scope.now(), accepted: false };
  const changed: Partial<RunRecord> = { updates: [...run.updates, update] };
  try {
    if (status !== 'SUCCEEDED' && status !== 'FAILED')
      throw ServiceFault.invalidStatus(
        'A client may set the status of a run to SUCCEEDED or FAILED only',
        status,
      );
    // The model calls it idempotent: what is on record already is said again, and nothing changes.
    if (run.status === status) return {};
    if (run.status !== 'RUNNING')
      throw ServiceFault.conflict(
        `The workflow run ${run.workflowRunId} has ended: it is ${run.status}`,
        'workflow-run',
        run.workflowRunId,
      );
    update.accepted = true;
    changed.status = status;
    changed.endedAtMs = update.atMs;
    return {};
  } finally {
    scope.store.savedRun(run, changed);
  }
}

export function deleteWorkflowRun(
  scope: OperationScope,
  input: InputOf<'DeleteWorkflowRun'>,
): object {
  markDeleted(scope, findRun(scope, input));
  return { status: 'DELETING' };
}

export function markDeleted(scope: OperationScope, run: RunRecord): void {
  if (run.deletedAtMs !== undefined) return;
  const deletedAtMs = scope.now();
  const endedAtMs = run.endedAtMs ?? deletedAtMs;
  scope.store.savedRun(run, { deletedAtMs, endedAtMs, status: 'DELETING' });
}
