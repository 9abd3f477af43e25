import type { Shape } from './shape.js';
import * as s from './shapes.js';

/**
 * An operation of the service, by its name in AWS's model nova-act-2025-08-22. The API-key surface has `CreateAct`,
 * `CreateSession`, `CreateWorkflowRun`, `InvokeActStep`, `UpdateAct` and `UpdateWorkflowRun` alone.
 */
export type OperationName =
  | 'CreateAct'
  | 'CreateSession'
  | 'CreateWorkflowDefinition'
  | 'CreateWorkflowRun'
  | 'DeleteWorkflowDefinition'
  | 'DeleteWorkflowRun'
  | 'GetWorkflowDefinition'
  | 'GetWorkflowRun'
  | 'InvokeActStep'
  | 'ListActs'
  | 'ListModels'
  | 'ListSessions'
  | 'ListWorkflowDefinitions'
  | 'ListWorkflowRuns'
  | 'UpdateAct'
  | 'UpdateWorkflowRun';

export interface Operation {
  readonly name: OperationName;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** `{label}`s hold one path segment each. */
  readonly path: string;
  /** The status of a success. */
  readonly status: number;
  /** Members by where they travel. A `?` at the end of a name makes it optional; labels never are. */
  readonly query: Readonly<Record<string, Shape>>;
  readonly body: Readonly<Record<string, Shape>>;
  readonly output: Readonly<Record<string, Shape>>;
  /** True for the operations that the API-key surface has too. */
  readonly runtime: boolean;
}

/** What each path label must look like. */
export const labels: Readonly<Record<string, Shape>> = {
  workflowDefinitionName: s.definitionName,
  workflowRunId: s.uuid,
  sessionId: s.uuid,
  actId: s.uuid,
};

const definitions = '/workflow-definitions';
const definition = `${definitions}/{workflowDefinitionName}`;
const runs = `${definition}/workflow-runs`;
const run = `${runs}/{workflowRunId}`;
const sessions = `${run}/sessions`;
const acts = `${sessions}/{sessionId}/acts`;
const act = `${acts}/{actId}`;

type Parts = Partial<Pick<Operation, 'query' | 'body' | 'output' | 'runtime'>>;
const operation = (
  name: OperationName,
  method: Operation['method'],
  path: string,
  status: number,
  parts: Parts = {},
): Operation => ({
  query: {},
  body: {},
  output: {},
  runtime: false,
  ...parts,
  name,
  method,
  path,
  status,
});

const page = { 'maxResults?': s.maxResults, 'nextToken?': s.nextToken };
const order = { 'sortOrder?': s.sortOrder };
const token = { 'clientToken?': s.clientToken };

/** All operations of the service, as AWS's model nova-act-2025-08-22 has them. */
export const operations: readonly Operation[] = [
  operation('CreateWorkflowDefinition', 'PUT', definitions, 201, {
    body: {
      name: s.definitionName,
      'description?': s.description,
      'exportConfig?': s.exportConfig,
      ...token,
    },
    output: { status: s.definitionStatus },
  }),
  operation('GetWorkflowDefinition', 'GET', definition, 200, {
    output: {
      name: s.definitionName,
      arn: s.definitionArn,
      createdAt: s.timestamp,
      'description?': s.description,
      'exportConfig?': s.exportConfig,
      status: s.definitionStatus,
    },
  }),
  operation('ListWorkflowDefinitions', 'POST', definitions, 200, {
    query: page,
    body: order,
    output: { workflowDefinitionSummaries: s.definitionSummaries, 'nextToken?': s.nextToken },
  }),
  operation('DeleteWorkflowDefinition', 'DELETE', definition, 202, {
    output: { status: s.definitionStatus },
  }),
  operation('CreateWorkflowRun', 'PUT', runs, 201, {
    body: {
      modelId: s.modelId,
      'logGroupName?': s.logGroupName,
      clientInfo: s.clientInfo,
      ...token,
    },
    output: { workflowRunId: s.uuid, status: s.runStatus },
    runtime: true,
  }),
  operation('GetWorkflowRun', 'GET', run, 200, {
    output: {
      workflowRunArn: s.runArn,
      workflowRunId: s.uuid,
      status: s.runStatus,
      startedAt: s.timestamp,
      'endedAt?': s.timestamp,
      modelId: s.modelId,
      'logGroupName?': s.logGroupName,
    },
  }),
  operation('ListWorkflowRuns', 'POST', runs, 200, {
    query: page,
    body: order,
    output: { workflowRunSummaries: s.runSummaries, 'nextToken?': s.nextToken },
  }),
  operation('UpdateWorkflowRun', 'PUT', run, 200, {
    body: { status: s.runStatus },
    runtime: true,
  }),
  operation('DeleteWorkflowRun', 'DELETE', run, 202, { output: { status: s.runStatus } }),
  operation('CreateSession', 'PUT', sessions, 201, {
    body: token,
    output: { sessionId: s.uuid },
    runtime: true,
  }),
  operation('ListSessions', 'POST', run, 200, {
    query: page,
    body: order,
    output: { sessionSummaries: s.sessionSummaries, 'nextToken?': s.nextToken },
  }),
  operation('CreateAct', 'PUT', acts, 201, {
    body: { task: s.task, 'toolSpecs?': s.toolSpecs, ...token },
    output: { actId: s.uuid, status: s.actStatus },
    runtime: true,
  }),
  operation('ListActs', 'POST', `${definition}/acts`, 200, {
    query: { 'workflowRunId?': s.uuid, 'sessionId?': s.uuid, ...page },
    body: order,
    output: { actSummaries: s.actSummaries, 'nextToken?': s.nextToken },
  }),
  operation('InvokeActStep', 'PUT', `${act}/invoke-step/`, 200, {
    body: { callResults: s.callResults, 'previousStepId?': s.uuid },
    output: { calls: s.calls, stepId: s.uuid },
    runtime: true,
  }),
  operation('UpdateAct', 'PUT', act, 200, {
    body: { status: s.actStatus, 'error?': s.actError },
    runtime: true,
  }),
  operation('ListModels', 'POST', '/models', 200, {
    query: { clientCompatibilityVersion: s.integer },
    output: {
      modelSummaries: s.modelSummaries,
      modelAliases: s.modelAliases,
      compatibilityInformation: s.compatibilityInformation,
    },
  }),
];
