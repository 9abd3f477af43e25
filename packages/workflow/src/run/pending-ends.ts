/** Ends of runs that are under way, for whoever must not leave the process before they are done. */
const pending = new Set<Promise<unknown>>();

/** Also keeps a failure that nobody else waits for from being an unhandled rejection. */
export function trackEnd(end: Promise<unknown>): void {
  const watched: Promise<unknown> = end
    .catch(() => undefined) // Told to the run's own caller and logger.
    .finally(() => pending.delete(watched));
  pending.add(watched);
}

/**
 * Resolves when no workflow of this process is ending its run any more: the sessions of each are closed and its
 * status is on record, or could not be put there. Those are included whose end begins meanwhile, and runs
 * whose creation is answered only after they were canceled. It does not wait for runs that go on, and
 * never rejects.
 *
 * For a process that is about to be gone after an abort, where a run rejects before it is on record: call
 * it before `process.exit()`, or in a Lambda's handler before it returns.
 */
export async function allRunsEnded(): Promise<void> {
  while (pending.size > 0) await Promise.all(pending);
}
