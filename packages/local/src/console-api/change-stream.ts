import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Change, Store } from '../state/store.js';

/** At most one message in so many milliseconds: a console can't show more, and a busy run would flood it. */
const gatherMs = 50;
/** What is kept for a client that does not read: then it is cut off, and learns the rest when it connects again. */
const maxGathered = 10_000;

/**
 * Server-sent events of what changes, until the client goes: `event: changes` with a JSON list of `Change`, and first
 * of all `event: ready`. Changes of the same thing within a moment are told once.
 */
export function changeStream(context: Context, store: Store): Response {
  return streamSSE(context, async (stream) => {
    const gathered = new Map<string, Change>();
    let wake: () => void = () => undefined;
    const stop = store.onChange((change) => {
      gathered.set(JSON.stringify(change), change);
      if (gathered.size > maxGathered) stream.abort();
      wake();
    });
    const gone = new Promise<void>((resolve) =>
      stream.onAbort(() => {
        stop();
        resolve();
      }),
    );
    await stream.writeSSE({ event: 'ready', data: '{}' });
    while (!stream.aborted && !stream.closed) {
      if (gathered.size === 0)
        await Promise.race([
          gone,
          new Promise<void>((resolve) => {
            wake = resolve;
          }),
        ]);
      const data = JSON.stringify([...gathered.values()]);
      gathered.clear();
      if (data !== '[]') await stream.writeSSE({ event: 'changes', data });
      await stream.sleep(gatherMs);
    }
    stop();
  });
}
