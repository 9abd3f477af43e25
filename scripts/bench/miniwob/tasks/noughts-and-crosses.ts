/** A place is ours (1), theirs (-1) or free (0). */
type Marks = readonly number[];

const lines = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
  [0, 3, 6],
  [1, 4, 7],
  [2, 5, 8],
  [0, 4, 8],
  [2, 4, 6],
];

/** How often the page's player moves anywhere, as its source says. */
const byDice = 0.55;

/** The move with which a game against the page's player is won most often. A draw is no better than a loss. */
export function bestMove(marks: Marks): number {
  const valued = free(marks).map((at) => ({ at, value: theirTurn(marks.with(at, 1)) }));
  valued.sort((one, other) => other.value - one.value);
  return valued[0]?.at ?? 0;
}

const free = (marks: Marks): number[] => marks.flatMap((one, at) => (one === 0 ? [at] : []));

const hasWon = (marks: Marks, who: number): boolean =>
  lines.some((line) => line.every((at) => marks[at] === who));

/** Where one more of theirs makes a line. */
const lastOf = (marks: Marks, who: number): number[] =>
  free(marks).filter((at) => hasWon(marks.with(at, who), who));

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function ourTurn(marks: Marks): number {
  if (hasWon(marks, -1)) return 0;
  return Math.max(0, ...free(marks).map((at) => theirTurn(marks.with(at, 1))));
}

const known = new Map<string, number>();

function theirTurn(marks: Marks): number {
  const key = marks.join();
  const value = known.get(key) ?? chanceFor(marks);
  known.set(key, value);
  return value;
}

/** They win where they can, else hinder us where they must, else go anywhere. */
function chanceFor(marks: Marks): number {
  if (hasWon(marks, 1)) return 1;
  const places = free(marks);
  if (places.length === 0) return 0;
  const after = (some: readonly number[]) => mean(some.map((at) => ourTurn(marks.with(at, -1))));
  const wise = [lastOf(marks, -1), lastOf(marks, 1), places].find((some) => some.length > 0);
  return byDice * after(places) + (1 - byDice) * after(wise ?? places);
}
