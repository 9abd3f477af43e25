/** Whatever JSON can say. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { [key: string]: JsonValue };
/** An object of JSON. */
export type JsonObject = { [key: string]: JsonValue };

/** One call of a program, before the service gives it an id. */
export interface ModelCall {
  name: string;
  /** Positional arguments for actions, an object for tools. */
  input: JsonValue;
}

/** What the client said of one call of the last program. */
export interface ModelCallResult {
  /** The id of the call, from the service. */
  callId: string;
  /** The call's name; absent for the two results of the first step. */
  name?: string | undefined;
  text: string;
}

/** What a model sees of the page: the observation of the wire contract, decoded. */
export interface ModelObservation {
  activeURL: string;
  browserDimensions: {
    windowWidth: number;
    windowHeight: number;
    scrollWidth: number;
    scrollHeight: number;
    scrollLeft: number;
    scrollTop: number;
  };
  screenshotBase64: string;
  /** Empty when the client has DOM capture off. */
  simplifiedDOM: string;
  idToBboxMap: Record<string, { x: number; y: number; width: number; height: number }>;
}

export interface ModelToolSpec {
  name: string;
  description: string;
  inputSchema: JsonObject;
}

/** Everything a model may use to answer one step. */
export interface ModelStep {
  /** The task as the client sent it. */
  task: string;
  /** The task without the schema that `actGet` appends. */
  prompt: string;
  /** The schema that `actGet` appended, when it did and it is JSON. */
  schema?: JsonObject | undefined;
  /** 1 for the first step of the act. */
  step: number;
  /** The newest observation the act has had. Undefined only if none was ever sent. */
  observation: ModelObservation | undefined;
  /** Results of the last program, in order. */
  callResults: readonly ModelCallResult[];
  /** Programs given so far with their results, oldest first. */
  history: readonly { calls: readonly ModelCall[]; results: readonly ModelCallResult[] }[];
  toolSpecs: readonly ModelToolSpec[];
  /** The id of the run on the service. */
  workflowRunId: string;
  /** The id of the session on the service. */
  sessionId: string;
  /** The id of the act on the service. */
  actId: string;
  /** The model id the run was created with. */
  modelId: string;
  /** A place of the act's own that lasts from step to step. */
  memory: Record<string, unknown>;
  /** Aborted when the client has gone away. */
  signal: AbortSignal;
}

/** What answers the steps of the local service. */
export interface LocalModel {
  readonly name: string;
  /** Gives the next program: at least one call, normally ending in an observation, `return` or `throw`. */
  step(step: ModelStep): ModelCall[] | Promise<ModelCall[]>;
}
