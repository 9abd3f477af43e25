/** `2026-11-27 20:50:33Z`: it sorts as it reads, and is the same on every machine. */
export function timeText(time: Date | undefined): string {
  return time === undefined ? '' : `${time.toISOString().slice(0, 19).replace('T', ' ')}Z`;
}

/** How long something took that may still be going on: `4.2 s`, `3 min`, `2 h`. */
export function tookText(start: Date, end: Date | undefined): string {
  if (end === undefined) return '';
  const seconds = (end.getTime() - start.getTime()) / 1_000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  if (seconds < 3_600) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3_600).toFixed(1)} h`;
}
