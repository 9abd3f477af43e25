import type {
  CreateActInput,
  CreateWorkflowRunInput,
  InvokeActStepInput,
  InvokeActStepOutput,
  RunPath,
  UpdateActInput,
  UpdateWorkflowRunInput,
  WorkflowRunStatus,
} from '../wire/operations.js';

export interface CallOptions {
  /** Ends the request, its retries and its pauses at once. */
  signal?: AbortSignal;
}

/** The run-time operations of the service, over either surface. */
export interface NovaActService {
  readonly surface: 'aws' | 'api-key';
  /** The base URL of its requests; a double without a network has none. */
  readonly endpointUrl?: string;
  createWorkflowRun(
    input: CreateWorkflowRunInput,
    options?: CallOptions,
  ): Promise<{ workflowRunId: string }>;
  updateWorkflowRun(input: UpdateWorkflowRunInput, options?: CallOptions): Promise<void>;
  createSession(input: RunPath, options?: CallOptions): Promise<{ sessionId: string }>;
  createAct(input: CreateActInput, options?: CallOptions): Promise<{ actId: string }>;
  invokeActStep(input: InvokeActStepInput, options?: CallOptions): Promise<InvokeActStepOutput>;
  updateAct(input: UpdateActInput, options?: CallOptions): Promise<void>;
  /** The run as the service has it. Only the AWS surface can be asked. */
  getWorkflowRun?(input: RunPath, options?: CallOptions): Promise<{ status: WorkflowRunStatus }>;
}
