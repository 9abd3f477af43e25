import type { OperationName } from '../contract/operations.js';
import { createAct, listActs, updateAct } from './acts.js';
import {
  createWorkflowDefinition,
  deleteWorkflowDefinition,
  getWorkflowDefinition,
  listWorkflowDefinitions,
} from './definitions.js';
import type { Inputs } from './inputs.js';
import { listModels } from './models.js';
import {
  createWorkflowRun,
  deleteWorkflowRun,
  getWorkflowRun,
  listWorkflowRuns,
  updateWorkflowRun,
} from './runs.js';
import type { OperationScope } from './scope.js';
import { createSession, listSessions } from './sessions.js';
import { invokeActStep } from './steps.js';

type AtOnce = Exclude<OperationName, 'InvokeActStep'>;

/** All but the step, which waits for a model. */
const handlers: { [Name in AtOnce]: (scope: OperationScope, input: Inputs[Name]) => object } = {
  CreateWorkflowDefinition: createWorkflowDefinition,
  GetWorkflowDefinition: getWorkflowDefinition,
  ListWorkflowDefinitions: listWorkflowDefinitions,
  DeleteWorkflowDefinition: deleteWorkflowDefinition,
  CreateWorkflowRun: createWorkflowRun,
  GetWorkflowRun: getWorkflowRun,
  ListWorkflowRuns: listWorkflowRuns,
  UpdateWorkflowRun: updateWorkflowRun,
  DeleteWorkflowRun: deleteWorkflowRun,
  CreateSession: createSession,
  ListSessions: listSessions,
  CreateAct: createAct,
  ListActs: listActs,
  UpdateAct: updateAct,
  ListModels: listModels,
};

/** Carries out an operation whose input has passed validation, and gives its output. */
export type Operate = typeof runOperation;

/** Executes an operation whose input has passed validation, and gives the output. What it changes is kept as a whole. */
export async function runOperation(
  scope: OperationScope,
  name: OperationName,
  input: Record<string, unknown>,
): Promise<object> {
  // Validation has made `input` what the operation's own handler takes.
  if (name === 'InvokeActStep')
    return await invokeActStep(scope, input as unknown as Inputs['InvokeActStep']);
  const handler = handlers[name] as (scope: OperationScope, input: unknown) => object;
  return scope.store.atomically(() => handler(scope, input));
}
