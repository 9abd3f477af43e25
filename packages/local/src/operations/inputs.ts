import type { OperationName } from '../contract/operations.js';
import type { JsonObject, JsonValue } from '../model/local-model.js';
import type { LiftedPicture } from '../surface/lift-picture.js';

interface DefinitionInput {
  workflowDefinitionName: string;
}
export interface RunInput extends DefinitionInput {
  /** UUID of the run, given by `CreateWorkflowRun`. */
  workflowRunId: string;
}
export interface SessionInput extends RunInput {
  /** UUID of the session, given by `CreateSession`. */
  sessionId: string;
}
export interface ActInput extends SessionInput {
  /** UUID of the act, given by `CreateAct`. */
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
