import type { Surface } from '../contract/match-operation.js';
import type {
  ActRecord,
  DefinitionRecord,
  RunRecord,
  SessionRecord,
  StepRecord,
} from './records.js';

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
}

/** Where the store writes each change, before the client has its answer. */
export interface Journal {
  load(): SavedState;
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
  load: () => ({ definitions: [], runs: [], tokens: [] }),
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
