import { type Aging, expireAct, expireRun } from '../operations/lookup.js';
import type { ActRecord, RunRecord, SessionRecord } from '../state/records.js';

type Frozen<T> = T extends (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

/** An act with its steps as the service knows them at one moment. A copy: changing it changes nothing. */
export type ActView = Frozen<ActRecord>;
/** A session with its acts as the service knows them at one moment. A copy: changing it changes nothing. */
export type SessionView = Frozen<SessionRecord>;

/** A run as the service knows it at one moment, for tests to look at. A copy: changing it changes nothing. */
export interface RunView extends Frozen<RunRecord> {
  /** The acts of all its sessions, in the order they were created. */
  readonly acts: readonly ActView[];
}

export function runView(scope: Aging, run: RunRecord): RunView {
  expireRun(scope, run);
  for (const session of run.sessions) for (const act of session.acts) expireAct(scope, act);
  const copy = structuredClone(run);
  const acts = copy.sessions
    .flatMap((session) => session.acts)
    .sort((left, right) => left.sequence - right.sequence);
  return { ...copy, acts };
}
