/** Ends of runs that are under way, for whoever must not leave the process before they are done. */
const pending = new Set<Promise<unknown>>();

/** Also keeps a failure that nobody else waits for from being an unhandled rejection. */
export function trackEnd(end: Promise<unknown>): void {
  const watched: Promise<unknown> = end
    .catch(() => undefined) // Told to the run's own caller and logger.
    .finally(() => pending.delete(watched));
  pending.add(watched);
}

/** Resolves when no end is under way any more, those included that begin meanwhile. */
export async function allEnded(): Promise<void> {
  while (pending.size > 0) await Promise.all(pending);
}
