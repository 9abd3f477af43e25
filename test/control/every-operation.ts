import type { NovaActControl } from '@nova-act/core';

export const RUN = '11111111-1111-4111-8111-111111111111';
export const SESSION = '22222222-2222-4222-8222-222222222222';
export const ACT = '33333333-3333-4333-8333-333333333333';
export const TOKEN = 'a-token-that-is-long-enough-for-the-service';

const run = { workflowDefinitionName: 'flights', workflowRunId: RUN };
const session = { ...run, sessionId: SESSION };
const act = { ...session, actId: ACT };
const page = { maxResults: 7, nextToken: 'a+b/=', sortOrder: 'Descending' } as const;

/** Each of the 16 operations, asked for with every member that its input has. */
export const EVERY_OPERATION: Record<string, (control: NovaActControl) => Promise<unknown>> = {
  CreateWorkflowDefinition: (c) =>
    c.createWorkflowDefinition({
      name: 'flights',
      description: 'Finds flights',
      exportConfig: { s3BucketName: 'traces', s3KeyPrefix: 'nova/act' },
      clientToken: TOKEN,
    }),
  GetWorkflowDefinition: (c) => c.getWorkflowDefinition({ workflowDefinitionName: 'flights' }),
  ListWorkflowDefinitions: (c) => c.listWorkflowDefinitions(page).toArray(),
  DeleteWorkflowDefinition: (c) =>
    c.deleteWorkflowDefinition({ workflowDefinitionName: 'flights' }),
  CreateWorkflowRun: (c) =>
    c.createWorkflowRun({
      workflowDefinitionName: 'flights',
      modelId: 'nova-act-latest',
      logGroupName: '/nova/act',
      clientToken: TOKEN,
    }),
  GetWorkflowRun: (c) => c.getWorkflowRun(run),
  ListWorkflowRuns: (c) =>
    c.listWorkflowRuns({ workflowDefinitionName: 'flights', ...page }).toArray(),
  UpdateWorkflowRun: (c) => c.updateWorkflowRun({ ...run, status: 'SUCCEEDED' }),
  DeleteWorkflowRun: (c) => c.deleteWorkflowRun(run),
  CreateSession: (c) => c.createSession({ ...run, clientToken: TOKEN }),
  ListSessions: (c) => c.listSessions({ ...run, ...page }).toArray(),
  CreateAct: (c) =>
    c.createAct({
      ...session,
      task: 'Go',
      toolSpecs: [{ name: 'clock', description: 'Tells the time', inputSchema: { json: {} } }],
      clientToken: TOKEN,
    }),
  ListActs: (c) => c.listActs({ ...session, ...page }).toArray(),
  InvokeActStep: (c) =>
    c.invokeActStep({
      ...act,
      callResults: [{ callId: 'initiateAct', content: [{ text: '{}' }] }],
      previousStepId: ACT,
    }),
  UpdateAct: (c) => c.updateAct({ ...act, status: 'FAILED', error: { message: 'no', type: 'X' } }),
  ListModels: (c) => c.listModels(),
};

const startedAt = '2026-01-02T03:04:05.678Z';
const definition = 'arn:aws:nova-act:us-east-1:123456789012:workflow-definition/flights';
const traceLocation = { locationType: 'S3', location: 's3://traces/nova/act' };
const runSummary = {
  workflowRunId: RUN,
  workflowRunArn: `${definition}/workflow-run/${RUN}`,
  status: 'SUCCEEDED',
  startedAt,
  endedAt: startedAt,
};

/** What AWS's model says that each answers, with every member. */
export const ANSWERS: Record<string, object> = {
  CreateWorkflowDefinition: { status: 'ACTIVE' },
  GetWorkflowDefinition: {
    name: 'flights',
    arn: definition,
    createdAt: startedAt,
    description: 'Finds flights',
    exportConfig: { s3BucketName: 'traces', s3KeyPrefix: 'nova/act' },
    status: 'ACTIVE',
  },
  ListWorkflowDefinitions: {
    workflowDefinitionSummaries: [
      {
        workflowDefinitionArn: definition,
        workflowDefinitionName: 'flights',
        createdAt: startedAt,
        status: 'ACTIVE',
      },
    ],
  },
  DeleteWorkflowDefinition: { status: 'DELETING' },
  CreateWorkflowRun: { workflowRunId: RUN, status: 'RUNNING' },
  GetWorkflowRun: { ...runSummary, modelId: 'nova-act-v1.0', logGroupName: '/nova/act' },
  ListWorkflowRuns: { workflowRunSummaries: [{ ...runSummary, traceLocation }] },
  UpdateWorkflowRun: {},
  DeleteWorkflowRun: { status: 'DELETING' },
  CreateSession: { sessionId: SESSION },
  ListSessions: { sessionSummaries: [{ sessionId: SESSION }] },
  CreateAct: { actId: ACT, status: 'RUNNING' },
  ListActs: {
    actSummaries: [
      {
        workflowRunId: RUN,
        sessionId: SESSION,
        actId: ACT,
        status: 'SUCCEEDED',
        startedAt,
        endedAt: startedAt,
        traceLocation,
      },
    ],
  },
  InvokeActStep: { calls: [{ callId: 'c1', name: 'return', input: ['ok'] }], stepId: ACT },
  UpdateAct: {},
  ListModels: {
    modelSummaries: [
      {
        modelId: 'nova-act-v1.0',
        modelLifecycle: { status: 'ACTIVE' },
        minimumCompatibilityVersion: 1,
      },
    ],
    modelAliases: [
      {
        aliasName: 'nova-act-latest',
        latestModelId: 'nova-act-v1.0',
        resolvedModelId: 'nova-act-v1.0',
      },
    ],
    compatibilityInformation: {
      clientCompatibilityVersion: 1,
      supportedModelIds: ['nova-act-v1.0'],
      message: 'All is well',
    },
  },
};
