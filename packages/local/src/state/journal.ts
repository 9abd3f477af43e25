import type { Surface } from '../contract/match-operation.js';
import type {
  ActRecord,
  DefinitionRecord,
  RunRecord,
  SessionRecord,
  StepRecord,
} from './records.js';
import type { StorageError } from './storage-error.js';

/** What a `clientToken` was used for. */
export interface TokenRecord {
  surface: Surface;
  operation: string;
  token: string;
  /** SHA-256 of the input it came with. */
  inputHash: string;
  output: object;
}

/** Everything that a restart must bring back. */
export interface SavedState {
  definitions: DefinitionRecord[];
  /** With their sessions, acts and steps. */
  runs: RunRecord[];
  tokens: TokenRecord[];
  /** What could not be read, and is not among the above: each names its file, and its place there. */
  damages: StorageError[];
}

/**
 * Where the store writes each change, before the client has its answer.
 *
 * What is written between `begin` and `commit` is kept as a whole or not at all; `rollBack`, which never throws, takes
 * it back, also when it was `begin` or `commit` that failed.
 */
export interface Journal {
  load(): SavedState;
  begin(): void;
  commit(): void;
  rollBack(): void;
  definition(record: DefinitionRecord): void;
  run(record: RunRecord): void;
  session(record: SessionRecord): void;
  act(record: ActRecord): void;
  step(record: StepRecord, act: ActRecord): void;
  token(record: TokenRecord): void;
  forgetDefinition(record: DefinitionRecord): void;
  forgetRun(record: RunRecord): void;
  close(): void;
}

const nothing = () => undefined;

/** The journal of a service that keeps nothing. */
export const noJournal: Journal = {
  load: () => ({ definitions: [], runs: [], tokens: [], damages: [] }),
  begin: nothing,
  commit: nothing,
  rollBack: nothing,
  definition: nothing,
  run: nothing,
  session: nothing,
  act: nothing,
  step: nothing,
  token: nothing,
  forgetDefinition: nothing,
  forgetRun: nothing,
  close: nothing,
};
