import type { OperationName } from '../contract/operations.js';
import type { JsonObject, JsonValue } from '../model/local-model.js';
import type { LiftedPicture } from '../surface/lift-picture.js';

interface DefinitionInput {
  workflowDefinitionName: string;
}
export interface RunInput extends DefinitionInput {
  /** The id of the run on the service. */
  workflowRunId: string;
}
export interface SessionInput extends RunInput {
  /** The id of the session on the service. */
  sessionId: string;
}
export interface ActInput extends SessionInput {
  /** The id of the act on the service. */
  actId: string;
}
export interface PageInput {
  maxResults?: number;
  nextToken?: string;
  sortOrder?: 'Ascending' | 'Descending';
}
interface TokenInput {
  clientToken?: string;
}

export interface StepInput extends ActInput {
  callResults: { callId?: string; content: { text: string }[] }[];
  previousStepId?: string;
  /** The newest screenshot, lifted out of the text of its result. */
  picture?: LiftedPicture;
}

/** What each operation is given once its request has passed validation. */
export interface Inputs {
  CreateWorkflowDefinition: TokenInput & {
    name: string;
    description?: string;
    exportConfig?: JsonObject;
  };
  GetWorkflowDefinition: DefinitionInput;
  ListWorkflowDefinitions: PageInput;
  DeleteWorkflowDefinition: DefinitionInput;
  CreateWorkflowRun: DefinitionInput &
    TokenInput & {
      modelId: string;
      logGroupName?: string;
      clientInfo: { compatibilityVersion: number; sdkVersion?: string | undefined };
    };
  GetWorkflowRun: RunInput;
  ListWorkflowRuns: DefinitionInput & PageInput;
  UpdateWorkflowRun: RunInput & { status: string };
  DeleteWorkflowRun: RunInput;
  CreateSession: RunInput & TokenInput;
  ListSessions: RunInput & PageInput;
  CreateAct: SessionInput &
    TokenInput & {
      task: string;
      toolSpecs?: { name: string; description: string; inputSchema: { json: JsonValue } }[];
    };
  ListActs: DefinitionInput & PageInput & { workflowRunId?: string; sessionId?: string };
  InvokeActStep: StepInput;
  UpdateAct: ActInput & { status: string; error?: { message: string; type?: string } };
  ListModels: { clientCompatibilityVersion: number };
}

/** Each name has its input: a compile error here means that an operation was forgotten. */
export type InputOf<Name extends OperationName> = Inputs[Name];
