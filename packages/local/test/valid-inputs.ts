import type { OperationName } from '../src/contract/operations.js';
import type { Send } from './clients.js';
import { clientInfo, firstResults, type Opened, openAct } from './life-of-a-run.js';

export interface Input {
  labels: Record<string, string>;
  query: Record<string, string>;
  body: Record<string, unknown>;
}

const token = '0123456789abcdef0123456789abcdef0';
const page = { query: { maxResults: '5' }, body: { sortOrder: 'Ascending' } };

/**
 * For each operation an input with every member set that a test may then spoil, on a service where a run, a session
 * and an act are open. Every use wants a fresh service: some of these end the run.
 */
export async function validInput(
  send: Send,
  operation: OperationName,
  stepEnd: string,
): Promise<Input> {
  const opened = await openAct(send, { stepEnd });
  const parts = inputs(opened)[operation];
  const labels = {
    workflowDefinitionName: 'default',
    workflowRunId: opened.workflowRunId,
    sessionId: opened.sessionId,
    actId: opened.actId,
  };
  return { labels, query: {}, body: {}, ...parts };
}

function inputs(opened: Opened): Record<OperationName, Partial<Input>> {
  const tool = {
    name: 'lookup',
    description: 'Looks up',
    inputSchema: { json: { type: 'object' } },
  };
  return {
    CreateWorkflowDefinition: {
      body: {
        name: 'fresh',
        description: 'A description',
        exportConfig: { s3BucketName: 'bucket', s3KeyPrefix: 'a/b' },
        clientToken: token,
      },
    },
    GetWorkflowDefinition: {},
    ListWorkflowDefinitions: page,
    DeleteWorkflowDefinition: {},
    CreateWorkflowRun: {
      body: { modelId: 'nova-act-latest', logGroupName: '/logs', clientInfo, clientToken: token },
    },
    GetWorkflowRun: {},
    ListWorkflowRuns: page,
    UpdateWorkflowRun: { body: { status: 'SUCCEEDED' } },
    DeleteWorkflowRun: {},
    CreateSession: { body: { clientToken: token } },
    ListSessions: page,
    CreateAct: { body: { task: 'Do it', toolSpecs: [tool], clientToken: token } },
    ListActs: {
      ...page,
      query: {
        ...page.query,
        workflowRunId: opened.workflowRunId,
        sessionId: opened.sessionId,
      },
    },
    InvokeActStep: { body: { callResults: firstResults() } },
    UpdateAct: { body: { status: 'FAILED', error: { message: 'No', type: 'ActError' } } },
    ListModels: { query: { clientCompatibilityVersion: '1' } },
  };
}
