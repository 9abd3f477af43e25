import type {
  CreateActInput,
  CreateSessionInput,
  CreateWorkflowRunInput,
  InvokeActStepInput,
  InvokeActStepOutput,
  ListActsInput,
  ListActsOutput,
  ListSessionsInput,
  ListSessionsOutput,
  ListWorkflowRunsInput,
  ListWorkflowRunsOutput,
  RunPath,
  UpdateActInput,
  UpdateWorkflowRunInput,
} from '../wire/operations.js';
import type { WorkflowRunRecord } from '../wire/records.js';

/** How one request is made. */
export interface CallOptions {
  /** Ends the request, its retries and its pauses at once. */
  signal?: AbortSignal | undefined;
  /** For each attempt, in ms, where that is less than the `requestTimeoutMs` of the service. */
  attemptTimeoutMs?: number | undefined;
}

/** The run-time operations of the service, over either surface. */
export interface NovaActService {
  /** Which service is spoken to: AWS, or that of API keys. */
  readonly surface: 'aws' | 'api-key';
  /** The base URL of its requests; a double without a network has none. */
  readonly endpointUrl?: string | undefined;
  /** Begins a run of a definition; the same `clientToken` gives the same run again. */
  createWorkflowRun(
    input: CreateWorkflowRunInput,
    options?: CallOptions,
  ): Promise<{
    /** The id of the new run. */
    workflowRunId: string;
  }>;
  /** Puts the end of a run on record. @throws ActConflictError when it has ended already. */
  updateWorkflowRun(input: UpdateWorkflowRunInput, options?: CallOptions): Promise<void>;
  /** Begins a session of a run, for acts. */
  createSession(
    input: CreateSessionInput,
    options?: CallOptions,
  ): Promise<{
    /** The id of the new session. */
    sessionId: string;
  }>;
  /** Begins an act of a session: its task, and the tools that the agent is offered. */
  createAct(
    input: CreateActInput,
    options?: CallOptions,
  ): Promise<{
    /** The id of the new act. */
    actId: string;
  }>;
  /** Sends what the calls before came to, and gives those to make next. Sent twice, it may be billed twice. */
  invokeActStep(input: InvokeActStepInput, options?: CallOptions): Promise<InvokeActStepOutput>;
  /** Puts the end of an act on record. @throws ActConflictError when it has ended already. */
  updateAct(input: UpdateActInput, options?: CallOptions): Promise<void>;
  /** The run as the service has it. Only the AWS surface can be asked, by this and the lists below. */
  getWorkflowRun?:
    | ((input: RunPath, options?: CallOptions) => Promise<WorkflowRunRecord>)
    | undefined;
  /** One page of a definition's runs, whoever began them. */
  listWorkflowRuns?:
    | ((input: ListWorkflowRunsInput, options?: CallOptions) => Promise<ListWorkflowRunsOutput>)
    | undefined;
  /** One page of the sessions of a run. */
  listSessions?:
    | ((input: ListSessionsInput, options?: CallOptions) => Promise<ListSessionsOutput>)
    | undefined;
  /** There is no operation that reads one act: it is found in the list of its session. */
  listActs?: ((input: ListActsInput, options?: CallOptions) => Promise<ListActsOutput>) | undefined;
}

/** What only the AWS surface can be asked. */
export type ServiceReads = {
  readonly [Name in
    | 'getWorkflowRun'
    | 'listWorkflowRuns'
    | 'listSessions'
    | 'listActs']: NonNullable<NovaActService[Name]>;
};
