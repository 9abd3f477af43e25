const nice = [1, 2, 5];

/** The moments to mark on an axis of so many ms: round ones, at most `most` of them, from 0 on. */
export function ticks(spanMs: number, most: number): number[] {
  const least = spanMs / Math.max(1, most);
  let step = 1;
  for (let power = 1; step < least; power *= 10) {
    for (const factor of nice) {
      step = factor * power;
      if (step >= least) break;
    }
  }
  const marks: number[] = [];
  for (let at = 0; at <= spanMs; at += step) marks.push(at);
  return marks;
}
