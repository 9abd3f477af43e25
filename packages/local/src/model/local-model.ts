/** A value that survives `JSON.stringify` and `JSON.parse`: no `undefined`, no Date, no function. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { [key: string]: JsonValue };
/** A JSON object: text keys, JSON values. */
export type JsonObject = { [key: string]: JsonValue };

/** One call of a program, before the service gives it an id. */
export interface ModelCall {
  /**
   * An action of the wire contract (`agentClick`, `return`), or `tool.` and a tool's name; `browser.` before it is
   * allowed.
   */
  name: string;
  /** Positional arguments for actions, an object for tools. */
  input: JsonValue;
}

/** What the client said of one call of the last program. */
export interface ModelCallResult {
  /**
   * Which call it answers: the UUID the service gave it, or what the client did unasked (`initiateAct`,
   * `waitForPageToSettle`, `takeObservation`).
   */
  callId: string;
  /** The call's name; absent for what the client did unasked, as in the two results of the first step. */
  name?: string | undefined;
  /**
   * What the client reported: a returned value as text, an error, an observation's JSON. Empty when it has nothing
   * to say.
   */
  text: string;
}

/** What a model sees of the page: the observation of the wire contract, decoded. */
export interface ModelObservation {
  /** Address of the page in the active tab when the picture was taken. */
  activeURL: string;
  /** Window and scroll geometry in CSS pixels, taken with the picture. */
  browserDimensions: {
    /** Width of the viewport, in CSS pixels. */
    windowWidth: number;
    /** Height of the viewport, in CSS pixels. */
    windowHeight: number;
    /** Width of the whole page, what is out of sight too, in CSS pixels. */
    scrollWidth: number;
    /** Height of the whole page, what is out of sight too, in CSS pixels. */
    scrollHeight: number;
    /** How far the page is scrolled to the right, in CSS pixels; 0 at its left edge. */
    scrollLeft: number;
    /** How far the page is scrolled down, in CSS pixels; 0 at its top. */
    scrollTop: number;
  };
  /** The viewport as the client sent it: `data:image/jpeg;base64,…`, one image pixel to one CSS pixel. */
  screenshotBase64: string;
  /**
   * The page's HTML, simplified, with a `nova-act-id` on its elements. Empty when the client has DOM capture off.
   */
  simplifiedDOM: string;
  /** Box of each element of `simplifiedDOM`, by `nova-act-id`, in CSS pixels from the viewport's top left. */
  idToBboxMap: Record<
    string,
    {
      /** Left edge, in CSS pixels from the viewport's left; negative when it is scrolled out on that side. */
      x: number;
      /** Top edge, in CSS pixels from the viewport's top; negative when it is scrolled out above. */
      y: number;
      /** In CSS pixels; 0 when the element takes no room. */
      width: number;
      /** In CSS pixels; 0 when the element takes no room. */
      height: number;
    }
  >;
}

/** A tool that the act may call, as `CreateAct` named it: at most 100 an act, no name twice. */
export interface ModelToolSpec {
  /** 1–64 letters, digits, `_` or `-`. A program calls it as `tool.<name>`. */
  name: string;
  /** Tells the model what it does and when to use it: 1–10,000 characters. */
  description: string;
  /** JSON Schema of the object that a call must give as `input`. The service does not check calls against it. */
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
  /**
   * The first step of the act that this model was asked for. Default: 1; a later one where another model went before
   * it, as a replay does (`goOn`).
   */
  firstStep?: number | undefined;
  /** The newest observation the act has had. Undefined only if none was ever sent. */
  observation: ModelObservation | undefined;
  /** Results of the last program, in order. */
  callResults: readonly ModelCallResult[];
  /** Programs given so far with their results, oldest first. */
  history: readonly {
    /** The program, as the model gave it. */
    calls: readonly ModelCall[];
    /** What the client said of it, in order. Observations are not whole in it: the newest is `observation`. */
    results: readonly ModelCallResult[];
  }[];
  /** The tools that programs may call beside the actions. Empty when the client has none. */
  toolSpecs: readonly ModelToolSpec[];
  /** UUID of the run, given by `CreateWorkflowRun`. */
  workflowRunId: string;
  /** UUID of the session, given by `CreateSession`. */
  sessionId: string;
  /** UUID of the act, given by `CreateAct`. */
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
  /** What errors, `/health`, the printed greeting and cassettes call it by, such as `rules`. */
  readonly name: string;
  /** Gives the next program: at least one call, normally ending in an observation, `return` or `throw`. */
  step(step: ModelStep): ModelCall[] | Promise<ModelCall[]>;
}
