import type { ActMetadata } from '../errors/act-error.js';

/** What `act()` came to. */
export interface ActResult {
  /** What the agent returned; absent when the task asked for no answer. */
  response?: string;
  metadata: ActMetadata;
}

/** What `actGet()` came to. */
export interface ActGetResult<T> {
  /** The answer, checked against the schema. */
  parsed: T;
  /** The answer as the agent wrote it. */
  response: string;
  metadata: ActMetadata;
}
