import type { SavedCookie, SavedKind, SavedOrigin, StorageState } from './browser-session.js';

/** One cookie, key of local storage or database, under a name of its own. */
interface Entry {
  readonly kind: SavedKind;
  readonly origin: string;
  readonly item: SavedCookie | { name: string; value: string } | unknown;
  /** What a page has put there; not when it ends, which browsers round. */
  readonly content: string;
}
type Entries = Map<string, Entry>;

/** A state of nothing. */
export const nothing = (): StorageState => ({ cookies: [], origins: [] });

export const cookieKey = ({ name, domain, path, partitionKey }: SavedCookie): string =>
  JSON.stringify(['cookies', domain, path, name, partitionKey ?? null]);

export const hasEnded = ({ expires }: SavedCookie, nowMs: number): boolean =>
  expires > 0 && expires * 1000 <= nowMs;

/** The state with what `holds` is true for. */
export function selected(
  state: StorageState,
  holds: (kind: SavedKind, origin: string) => boolean,
): StorageState {
  return stateOf([...entriesOf(state)].filter(([, { kind, origin }]) => holds(kind, origin)));
}

/** `mine`, with what it lacks of `base` that `holds` is true for. */
export function completed(
  mine: StorageState,
  base: StorageState,
  holds: (kind: SavedKind, origin: string) => boolean,
): StorageState {
  return stateOf(new Map([...entriesOf(selected(base, holds)), ...entriesOf(mine)]));
}

/**
 * What is to be saved when a session ends that began with `base` and leaves `mine`, while `theirs` is
 * what is saved now: what others have changed meanwhile stays, unless this session has changed it too.
 */
export function mergeStates(
  base: StorageState,
  mine: StorageState,
  theirs: StorageState,
): StorageState {
  const [began, left, saved] = [entriesOf(base), entriesOf(mine), entriesOf(theirs)];
  const merged: [string, Entry][] = [];
  for (const key of new Set([...saved.keys(), ...left.keys()])) {
    const [was, own, other] = [began.get(key), left.get(key), saved.get(key)];
    const untouched = JSON.stringify(was?.item) === JSON.stringify(other?.item);
    const entry = untouched || was?.content !== own?.content ? own : other;
    if (entry) merged.push([key, entry]);
  }
  return stateOf(merged);
}

function entriesOf({ cookies, origins }: StorageState): Entries {
  const entries: Entries = new Map();
  for (const item of cookies) {
    entries.set(cookieKey(item), { kind: 'cookies', origin: '', item, content: item.value });
  }
  for (const { origin, localStorage = [], indexedDB = [] } of origins) {
    for (const item of localStorage) {
      const key = JSON.stringify(['localStorage', origin, item.name]);
      entries.set(key, { kind: 'localStorage', origin, item, content: item.value });
    }
    for (const item of indexedDB) {
      const key = JSON.stringify(['indexedDB', origin, (item as { name?: unknown }).name]);
      entries.set(key, { kind: 'indexedDB', origin, item, content: JSON.stringify(item) });
    }
  }
  return entries;
}

function stateOf(entries: Iterable<[string, Entry]>): StorageState {
  const state = nothing();
  const origins = new Map<string, SavedOrigin>();
  for (const [, { kind, origin, item }] of entries) {
    if (kind === 'cookies') {
      state.cookies.push(item as SavedCookie);
      continue;
    }
    const saved = origins.get(origin) ?? { origin, localStorage: [] };
    origins.set(origin, saved);
    if (kind === 'localStorage') saved.localStorage.push(item as { name: string; value: string });
    else saved.indexedDB = [...(saved.indexedDB ?? []), item];
  }
  state.origins = [...origins.values()];
  return state;
}
