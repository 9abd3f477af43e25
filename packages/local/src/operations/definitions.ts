import type { DefinitionRecord } from '../state/records.js';
import { ServiceFault } from '../surface/service-fault.js';
import type { InputOf } from './inputs.js';
import { addDefinition, currentDefinition, findDefinition, isGone } from './lookup.js';
import { once } from './once.js';
import { pageOf } from './page.js';
import { markDeleted } from './runs.js';
import type { OperationScope } from './scope.js';
import { definitionArn, iso } from './wire-values.js';

export function createWorkflowDefinition(
  scope: OperationScope,
  input: InputOf<'CreateWorkflowDefinition'>,
): object {
  return once(scope, 'CreateWorkflowDefinition', input, () => {
    const { clientToken: _, ...parts } = input;
    if (currentDefinition(scope, input.name))
      throw ServiceFault.conflict(
        `There is a workflow definition ${input.name} already`,
        'workflow-definition',
        input.name,
      );
    addDefinition(scope, parts);
    return { status: 'ACTIVE' };
  });
}

export function getWorkflowDefinition(
  scope: OperationScope,
  input: InputOf<'GetWorkflowDefinition'>,
): object {
  const record = findDefinition(scope, input.workflowDefinitionName);
  return {
    name: record.name,
    arn: definitionArn(scope, record.name),
    createdAt: iso(record.createdAtMs),
    ...(record.description === undefined ? {} : { description: record.description }),
    ...(record.exportConfig === undefined ? {} : { exportConfig: record.exportConfig }),
    status: statusOf(record),
  };
}

export function listWorkflowDefinitions(
  scope: OperationScope,
  input: InputOf<'ListWorkflowDefinitions'>,
): object {
  const all = scope.store
    .definitions()
    .filter((record) => record.surface === scope.surface && !isGone(scope, record));
  const { items, ...rest } = pageOf(all, input, 'definitions');
  return {
    workflowDefinitionSummaries: items.map((record) => ({
      workflowDefinitionArn: definitionArn(scope, record.name),
      workflowDefinitionName: record.name,
      createdAt: iso(record.createdAtMs),
      status: statusOf(record),
    })),
    ...rest,
  };
}

/** Deletes a definition with all its runs. To delete again what is being deleted changes nothing. */
export function deleteWorkflowDefinition(
  scope: OperationScope,
  input: InputOf<'DeleteWorkflowDefinition'>,
): object {
  const record = findDefinition(scope, input.workflowDefinitionName);
  if (record.deletedAtMs === undefined) {
    scope.store.savedDefinition(record, { deletedAtMs: scope.now() });
    for (const run of scope.store.runs())
      if (run.surface === record.surface && run.workflowDefinitionName === record.name)
        markDeleted(scope, run);
  }
  return { status: 'DELETING' };
}

function statusOf(record: DefinitionRecord): 'ACTIVE' | 'DELETING' {
  return record.deletedAtMs === undefined ? 'ACTIVE' : 'DELETING';
}
