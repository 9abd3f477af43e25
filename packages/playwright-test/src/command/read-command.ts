import { type ActsUpdate, UPDATES } from '../acts/acts-policy.js';

export type Command =
  | { do: 'help' }
  /** Playwright's `test` with these words of its own. */
  | { do: 'test'; update: ActsUpdate | undefined; words: readonly string[] }
  | { do: 'stale'; remove: boolean; words: readonly string[] };

/** The words typed make no command. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const FLAG = '--update-acts';
/** What of Playwright's words leaves no test out. */
const FOR_ALL_TESTS = ['-c', '--config', '-j', '--workers', '--retries', '--timeout', '--headed'];

/** @throws UsageError */
export function readCommand([name, ...words]: readonly string[]): Command {
  if (name === undefined || name === '--help' || name === '-h') return { do: 'help' };
  if (name === 'test') return readTest(words);
  if (name === 'stale') return readStale(words);
  throw new UsageError(`${JSON.stringify(name)} is no command: test and stale are`);
}

function readTest(words: readonly string[]): Command {
  const others = words.filter((word) => word !== FLAG && !word.startsWith(`${FLAG}=`));
  const [given, second] = words.filter((word) => !others.includes(word));
  if (second !== undefined) throw new UsageError(`${FLAG} is there twice`);
  if (given === undefined) return { do: 'test', update: undefined, words: others };
  const said = given === FLAG ? 'changed' : given.slice(FLAG.length + 1);
  const update = UPDATES.find((each) => each === said);
  if (update) return { do: 'test', update, words: others };
  throw new UsageError(
    `${FLAG} is ${UPDATES.join(', ')} (without one, changed), not ${JSON.stringify(said)}`,
  );
}

function readStale(words: readonly string[]): Command {
  const others = words.filter((word) => word !== '--remove');
  const takesWord = (at: number) => {
    const flag = others[at] ?? '';
    return FOR_ALL_TESTS.includes(flag) && flag !== '--headed';
  };
  others.forEach((word, at) => {
    const isFlag = FOR_ALL_TESTS.includes(word.split('=')[0] ?? '');
    if (isFlag || takesWord(at - 1)) return;
    throw new UsageError(
      `stale needs all tests to know which acts nobody does any more; ${JSON.stringify(word)} may leave some out`,
    );
  });
  return { do: 'stale', remove: others.length < words.length, words: others };
}
