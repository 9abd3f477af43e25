import type { ClauseReader } from './clause-reader.js';
import type { Intent } from './intents.js';
import { readGoTo, readOpen, readScroll, readWait } from './read-movement.js';
import { readPointer, readPress, readTick } from './read-pointing.js';
import { readAnswer, readRequest, readSearch, readSubmit } from './read-requests.js';
import { readChoose, readFill, readType, readUpload } from './read-values.js';

const readers: readonly ClauseReader[] = [
  readGoTo,
  readWait,
  readScroll,
  readPress,
  readPointer,
  readFill,
  readTick,
  readType,
  readChoose,
  readUpload,
  readSearch,
  readSubmit,
  readRequest,
  readOpen,
  readAnswer,
];

/** Reads one clause (masked). What no reader knows is `do`: something to press that is called so. */
export function parseClause(clause: string): Intent[] {
  for (const reader of readers) {
    const intents = reader(clause);
    if (intents !== undefined) return intents;
  }
  return [{ kind: 'do', text: clause }];
}
