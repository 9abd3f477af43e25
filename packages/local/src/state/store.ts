import type { Surface } from '../contract/match-operation.js';
import type { Journal, TokenRecord } from './journal.js';
import type { Observations } from './observations.js';
import type {
  ActRecord,
  DefinitionRecord,
  RunRecord,
  SessionRecord,
  StepRecord,
} from './records.js';

/** Something that has been created, changed or deleted. */
export interface Change {
  kind: 'definition' | 'run' | 'session' | 'act' | 'step' | 'run-deleted' | 'definition-deleted';
  workflowRunId?: string;
  sessionId?: string;
  actId?: string;
  stepId?: string;
  workflowDefinitionName?: string;
}

/**
 * All that the service knows, in memory, written through to a journal.
 *
 * The operations read and change the records they find here and then call `saved…`, which writes the record
 * and tells listeners. Nothing is asynchronous, so one operation never sees another half done.
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

  constructor(
    journal: Journal,
    readonly observations: Observations,
  ) {
    this.#journal = journal;
    const saved = journal.load();
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

  savedDefinition(record: DefinitionRecord): void {
    this.#definitions.set(definitionKey(record.surface, record.name), record);
    this.#journal.definition(record);
    this.#tell({ kind: 'definition', workflowDefinitionName: record.name });
  }
  savedRun(record: RunRecord): void {
    this.#runs.set(record.workflowRunId, record);
    this.#journal.run(record);
    this.#tell({ kind: 'run', workflowRunId: record.workflowRunId });
  }
  addedSession(run: RunRecord, record: SessionRecord): void {
    run.sessions.push(record);
    this.#sessions.set(record.sessionId, record);
    this.#journal.session(record);
    this.#tell({ kind: 'session', ...ids(record) });
  }
  addedAct(session: SessionRecord, record: ActRecord): void {
    session.acts.push(record);
    this.savedAct(record);
  }
  savedAct(record: ActRecord): void {
    this.#acts.set(record.actId, record);
    this.#journal.act(record);
    this.#tell({ kind: 'act', ...ids(record) });
  }
  addedStep(act: ActRecord, record: StepRecord): void {
    act.steps.push(record);
    this.savedStep(act, record);
  }
  savedStep(act: ActRecord, record: StepRecord): void {
    this.#journal.step(record, act);
    this.#tell({ kind: 'step', ...ids(act), stepId: record.stepId });
  }
  savedToken(record: TokenRecord): void {
    this.#tokens.set(tokenKey(record), record);
    this.#journal.token(record);
  }

  forgetRun(run: RunRecord): void {
    for (const session of run.sessions) {
      this.#sessions.delete(session.sessionId);
      for (const act of session.acts) {
        this.#acts.delete(act.actId);
        for (const step of act.steps) this.observations.delete(step.stepId);
      }
    }
    this.#runs.delete(run.workflowRunId);
    this.#journal.forgetRun(run);
    this.#tell({ kind: 'run-deleted', workflowRunId: run.workflowRunId });
  }
  forgetDefinition(record: DefinitionRecord): void {
    this.#definitions.delete(definitionKey(record.surface, record.name));
    this.#journal.forgetDefinition(record);
    this.#tell({ kind: 'definition-deleted', workflowDefinitionName: record.name });
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

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
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
