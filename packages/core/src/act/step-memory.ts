import type { RestOptions } from '../browser/actuator.js';
import type { ActMemoryRecord } from '../errors/act-metadata.js';
import type { JsonObject } from '../wire/json.js';
import type { MemoryMode } from './act-options.js';
import type { Look } from './page-view.js';
import type { Action } from './program.js';

/** What a call that was begun came to. */
export interface CallEnd {
  readonly outcome: 'ok' | 'redirect' | 'failed';
  /** What the hand says it did. */
  readonly did: unknown;
  /** Whether it typed into a field that hides what it holds. */
  readonly secret: boolean;
}

/**
 * What one act remembers. The loop asks it before it asks the service, and tells it of every call that is
 * run, whoever decided it; it knows nothing of how and where things are remembered.
 */
export interface StepMemory {
  /**
   * The next thing to do as it was done before, aimed at the page as it is; `return` at the end of a way
   * that needs no answer. Undefined: the service is to be asked, from here on.
   * @throws ActNotRememberedError where the service may not be asked; the reason of `signal`
   */
  next(look: Look, signal: AbortSignal): Promise<Action | undefined>;
  /**
   * How to look at the page before the next is done: with what is known of where it is to come. Undefined
   * where the service is to be asked, and has to be shown it.
   */
  expects(signal: AbortSignal): RestOptions | undefined;
  /**
   * A call is about to be run. Gives what is to be told when it is over.
   * @throws ActNotRememberedError for what the service decided and may not be done; the reason of `signal`
   */
  begin(action: Action, signal: AbortSignal): Promise<(end: CallEnd) => void>;
  /** The act has succeeded: now it is worth keeping. What fails is logged. Rejects with the reason of `signal`. */
  keep(signal: AbortSignal): Promise<void>;
  /** What is to be said of it on the result; undefined for one that plays nothing and keeps nothing. */
  readonly record: ActMemoryRecord | undefined;
  /** What the call that was begun last is aimed at, in the words of the page; undefined where that is not known. */
  readonly aimedAt?: string | undefined;
  /** How the act was done, as its recording would have it; undefined where there is nothing to tell. */
  way(isDone: boolean): JsonObject | undefined;
}

/** An act that is about to begin. */
export interface MemorableAct {
  /** With the names of variables in it. */
  readonly prompt: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly mode: MemoryMode | undefined;
  /** The JSON Schema that its answer has to satisfy; undefined where none is asked for. */
  readonly schema: unknown;
}

/** Opens what an act remembers; undefined for an act that remembers nothing. */
export type OpenMemory = (act: MemorableAct) => StepMemory | undefined;
