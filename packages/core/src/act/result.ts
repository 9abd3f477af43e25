import type { ActMetadata, ActStepRecord } from '../errors/act-metadata.js';

/** What `act()` came to. */
export interface ActResult {
  /** What the agent returned; absent when the task asked for no answer. */
  response?: string | undefined;
  /** Of the act: its ids, its times, its steps. */
  metadata: ActMetadata;
  /** The steps it took: those of `metadata`. Not enumerable, so that they are not printed twice. */
  readonly steps: readonly ActStepRecord[];
}

/** What `actGet()` came to. */
export interface ActGetResult<T> {
  /** The answer, checked against the schema. */
  parsed: T;
  /** The answer as the agent wrote it. */
  response: string;
  /** Of the act: its ids, its times, its steps. */
  metadata: ActMetadata;
  /** The steps it took: those of `metadata`. Not enumerable, so that they are not printed twice. */
  readonly steps: readonly ActStepRecord[];
}

/** A result with its steps at hand. */
export function withSteps<R extends { metadata: ActMetadata }>(
  result: R,
): R & { readonly steps: readonly ActStepRecord[] } {
  return Object.defineProperty(result, 'steps', {
    get: () => result.metadata.steps,
  }) as R & { readonly steps: readonly ActStepRecord[] };
}
