import { type Lease, takeLease } from './lease.js';

/** Runs that this thread is in: how many times (as owner, and as a joiner of its own run), and their lease. */
const live = new Map<string, { count: number; readonly lease: Lease }>();

export function livesHere(workflowRunId: string): boolean {
  return live.has(workflowRunId);
}

/** Until `over` resolves, which never rejects. */
export function keepLive(workflowRunId: string, over: Promise<unknown>): void {
  const entry = live.get(workflowRunId) ?? { count: 0, lease: takeLease(workflowRunId) };
  entry.count++;
  live.set(workflowRunId, entry);
  void over.then(() => {
    entry.count--;
    if (entry.count > 0) return;
    live.delete(workflowRunId);
    entry.lease.release();
  });
}

/** From now on others may be in it as well. */
export function sharedWithOthers(workflowRunId: string): void {
  live.get(workflowRunId)?.lease.share();
}
