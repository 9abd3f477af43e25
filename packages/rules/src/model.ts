/**
 * What the rules model is asked, and what it answers. The local service's `LocalModel` has this shape and more: the
 * two packages agree by structure, and this one knows nothing of the other.
 */
export interface RulesModel {
  /** What errors, cassettes and the local service call it by: `rules`. */
  readonly name: string;
  /** Gives the next program: at least one call, ending in an observation, `return` or `throw`. */
  step(step: ModelStep): ModelCall[];
}

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

/** One call of a program. */
export interface ModelCall {
  /** An action of the wire contract, such as `agentClick`, `takeObservation`, `return` or `throw`. */
  name: string;
  /** Positional arguments, or named ones. */
  input: JsonValue;
}

/** What the client said of one call of the last program. */
export interface ModelCallResult {
  /** What the client reported: a returned value or an error (`AgentRedirectError: …`) as text. May be empty. */
  text: string;
}

/** What a model sees of the page, of the observation that goes over the wire. */
export interface ModelObservation {
  /** Address of the page in the active tab when the capture was taken. */
  activeURL: string;
  /** Window and scroll geometry in CSS pixels, taken with the capture. */
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
  /** Empty when the client has DOM capture off. */
  simplifiedDOM: string;
  /** Boxes in CSS pixels from the viewport's top left, by `nova-act-id`. */
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

/** Everything the model uses to answer one step of an act. */
export interface ModelStep {
  /** What the act was asked for, without the schema. */
  prompt: string;
  /** What the answer must be, where one is typed. */
  schema?: JsonObject | undefined;
  /** The newest observation the act has had. Undefined only if none was ever sent. */
  observation: ModelObservation | undefined;
  /** Results of the last program, in order. */
  callResults: readonly ModelCallResult[];
  /** A place of the act's own that lasts from step to step. */
  memory: Record<string, unknown>;
}
