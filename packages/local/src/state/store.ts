import type { Surface } from '../contract/match-operation.js';
import { Atomic } from './atomic.js';
import type { Changes } from './changes.js';
import type { Journal, TokenRecord } from './journal.js';
import type { Observations, SeenObservation } from './observations.js';
import type {
  ActRecord,
  DefinitionRecord,
  RunRecord,
  SessionRecord,
  StepRecord,
} from './records.js';
import type { StorageError } from './storage-error.js';

/** Something that has been created, changed or deleted. */
export interface Change {
  kind: 'definition' | 'run' | 'session' | 'act' | 'step' | 'run-deleted' | 'definition-deleted';
  /** UUID of the run, given by `CreateWorkflowRun`. */
  workflowRunId?: string;
  /** UUID of the session, given by `CreateSession`. */
  sessionId?: string;
  /** UUID of the act, given by `CreateAct`. */
  actId?: string;
  stepId?: string;
  /** The workflow definition: 1–40 letters, digits, `_` or `-`; always `default` on the API-key surface. */
  workflowDefinitionName?: string;
}

/**
 * All that the service knows, in memory, written through to a journal.
 *
 * The operations read the records they find here and change them by `saved…` alone, which changes the record, writes
 * it and tells listeners. What can't be written is not changed either, in this process and after a restart; within
 * `atomically` that goes for all changes together. Nothing is asynchronous, so one operation never sees another half
 * done.
 */
export class Store {
  readonly #definitions = new Map<string, DefinitionRecord>();
  readonly #runs = new Map<string, RunRecord>();
  readonly #sessions = new Map<string, SessionRecord>();
  readonly #acts = new Map<string, ActRecord>();
  readonly #tokens = new Map<string, TokenRecord>();
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #journal: Journal;
  #sequence = 0;
  readonly #atomic: Atomic;
  /** What the journal could not read when this store was made: left out, and still where it is. */
  readonly damages: readonly StorageError[];

  constructor(
    journal: Journal,
    readonly observations: Observations,
  ) {
    this.#journal = journal;
    this.#atomic = new Atomic(journal);
    const saved = journal.load();
    this.damages = saved.damages;
    for (const record of saved.definitions) {
      this.#definitions.set(definitionKey(record.surface, record.name), record);
      this.#sequence = Math.max(this.#sequence, record.sequence);
    }
    for (const run of saved.runs) {
      this.#runs.set(run.workflowRunId, run);
      this.#sequence = Math.max(this.#sequence, run.sequence);
      for (const session of run.sessions) this.#index(session);
    }
    for (const token of saved.tokens) this.#tokens.set(tokenKey(token), token);
  }

  /** A number greater than all that were given before. */
  nextSequence(): number {
    this.#sequence += 1;
    return this.#sequence;
  }

  definition(surface: Surface, name: string): DefinitionRecord | undefined {
    return this.#definitions.get(definitionKey(surface, name));
  }
  definitions(): DefinitionRecord[] {
    return [...this.#definitions.values()];
  }
  run(workflowRunId: string): RunRecord | undefined {
    return this.#runs.get(workflowRunId);
  }
  /** Oldest first. */
  runs(): RunRecord[] {
    return [...this.#runs.values()];
  }
  session(sessionId: string): SessionRecord | undefined {
    return this.#sessions.get(sessionId);
  }
  act(actId: string): ActRecord | undefined {
    return this.#acts.get(actId);
  }
  token(key: Pick<TokenRecord, 'surface' | 'operation' | 'token'>): TokenRecord | undefined {
    return this.#tokens.get(tokenKey(key));
  }

  /**
   * Makes all changes of `work`, or none: throws what kept them from being written. What `work` itself throws changes
   * nothing about that: a refusal is put on record like anything else.
   */
  atomically<T>(work: () => T): T {
    return this.#atomic.run(work);
  }
  /** Does `work` once the changes under way are on record; at once where there are none. */
  afterwards(work: () => void): void {
    this.#atomic.run((changes) => changes.after(work));
  }

  savedDefinition(record: DefinitionRecord, members: Partial<DefinitionRecord> = {}): void {
    this.#change({ kind: 'definition', workflowDefinitionName: record.name }, (changes) => {
      changes.assign(record, members);
      changes.set(this.#definitions, definitionKey(record.surface, record.name), record);
      changes.write(() => this.#journal.definition(record));
    });
  }
  savedRun(record: RunRecord, members: Partial<RunRecord> = {}): void {
    this.#change({ kind: 'run', workflowRunId: record.workflowRunId }, (changes) => {
      changes.assign(record, members);
      changes.set(this.#runs, record.workflowRunId, record);
      changes.write(() => this.#journal.run(record));
    });
  }
  addedSession(run: RunRecord, record: SessionRecord): void {
    this.#change({ kind: 'session', ...ids(record) }, (changes) => {
      changes.push(run.sessions, record);
      changes.set(this.#sessions, record.sessionId, record);
      changes.write(() => this.#journal.session(record));
    });
  }
  addedAct(session: SessionRecord, record: ActRecord): void {
    this.#change({ kind: 'act', ...ids(record) }, (changes) => {
      changes.push(session.acts, record);
      changes.set(this.#acts, record.actId, record);
      changes.write(() => this.#journal.act(record));
    });
  }
  savedAct(record: ActRecord, members: Partial<ActRecord>): void {
    this.#change({ kind: 'act', ...ids(record) }, (changes) => {
      changes.assign(record, members);
      changes.write(() => this.#journal.act(record));
    });
  }
  /** With what it observed, if that is to be kept. */
  addedStep(act: ActRecord, record: StepRecord, seen?: SeenObservation): void {
    this.#change({ kind: 'step', ...ids(act), stepId: record.stepId }, (changes) => {
      changes.push(act.steps, record);
      if (seen) changes.write(() => changes.undo(this.observations.put(record.stepId, seen)));
      changes.write(() => this.#journal.step(record, act));
    });
  }
  savedStep(act: ActRecord, record: StepRecord, members: Partial<StepRecord>): void {
    this.#change({ kind: 'step', ...ids(act), stepId: record.stepId }, (changes) => {
      changes.assign(record, members);
      changes.write(() => this.#journal.step(record, act));
    });
  }
  savedToken(record: TokenRecord): void {
    this.#change(undefined, (changes) => {
      changes.set(this.#tokens, tokenKey(record), record);
      changes.write(() => this.#journal.token(record));
    });
  }

  forgetRun(run: RunRecord): void {
    this.#change({ kind: 'run-deleted', workflowRunId: run.workflowRunId }, (changes) => {
      changes.write(() => this.#journal.forgetRun(run));
      for (const { stepId } of stepsOf(run))
        changes.write(() => changes.after(this.observations.delete(stepId)));
      // Only now: put back, they would no longer be in their order.
      changes.after(() => this.#drop(run));
    });
  }
  forgetDefinition(record: DefinitionRecord): void {
    this.#change({ kind: 'definition-deleted', workflowDefinitionName: record.name }, (changes) => {
      changes.remove(this.#definitions, definitionKey(record.surface, record.name));
      changes.write(() => this.#journal.forgetDefinition(record));
    });
  }

  /** Calls `listener` on every change until the function given back is called. */
  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#listeners.clear();
    this.#journal.close();
  }

  #index(session: SessionRecord): void {
    this.#sessions.set(session.sessionId, session);
    this.#sequence = Math.max(this.#sequence, session.sequence);
    for (const act of session.acts) {
      this.#acts.set(act.actId, act);
      this.#sequence = Math.max(this.#sequence, act.sequence);
    }
  }

  #change(told: Change | undefined, make: (changes: Changes) => void): void {
    this.#atomic.run((changes) => {
      make(changes);
      if (told)
        changes.after(() => {
          for (const listener of this.#listeners) listener(told);
        });
    });
  }

  #drop(run: RunRecord): void {
    for (const session of run.sessions) {
      this.#sessions.delete(session.sessionId);
      for (const act of session.acts) this.#acts.delete(act.actId);
    }
    this.#runs.delete(run.workflowRunId);
  }
}

function stepsOf(run: RunRecord): StepRecord[] {
  return run.sessions.flatMap(({ acts }) => acts.flatMap(({ steps }) => steps));
}

function definitionKey(surface: Surface, name: string): string {
  return `${surface} ${name}`;
}

function tokenKey({
  surface,
  operation,
  token,
}: Omit<TokenRecord, 'inputHash' | 'output'>): string {
  return `${surface} ${operation} ${token}`;
}

function ids(record: {
  workflowRunId: string;
  sessionId: string;
  actId?: string;
}): Omit<Change, 'kind'> {
  return {
    workflowRunId: record.workflowRunId,
    sessionId: record.sessionId,
    ...(record.actId === undefined ? {} : { actId: record.actId }),
  };
}
