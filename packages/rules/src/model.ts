/**
 * What the rules model is asked, and what it answers. The local service's `LocalModel` has this shape and more: the
 * two packages agree by structure, and this one knows nothing of the other.
 */
export interface RulesModel {
  readonly name: string;
  /** Gives the next program: at least one call, ending in an observation, `return` or `throw`. */
  step(step: ModelStep): ModelCall[];
}

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

/** One call of a program. */
export interface ModelCall {
  name: string;
  /** Positional arguments, or named ones. */
  input: JsonValue;
}

/** What the client said of one call of the last program. */
export interface ModelCallResult {
  text: string;
}

/** What a model sees of the page, of the observation that goes over the wire. */
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
  /** Empty when the client has DOM capture off. */
  simplifiedDOM: string;
  /** Boxes in CSS pixels from the viewport's top left, by `nova-act-id`. */
  idToBboxMap: Record<string, { x: number; y: number; width: number; height: number }>;
}

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
