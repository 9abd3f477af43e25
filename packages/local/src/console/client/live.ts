import { eventsUrl } from './api.js';
import type { Change } from './api-types.js';

/** Listens to what changes. The browser connects again by itself; what was missed meanwhile is told by `onOpen`. */
export function listen(
  onChanges: (changes: Change[]) => void,
  onOpen: () => void,
  onState: (live: boolean) => void,
): () => void {
  const source = new EventSource(eventsUrl);
  source.addEventListener('ready', () => {
    onState(true);
    onOpen();
  });
  source.addEventListener('changes', (event) => onChanges(JSON.parse(event.data) as Change[]));
  source.addEventListener('error', () => onState(false));
  return () => source.close();
}

/** What is shown of a run that goes on is this old at most, in ms, and read no more often. */
const betweenMs = 200;

/**
 * Runs a job at most once at a time, and once more, a moment later, if it was asked for meanwhile: a
 * program that makes a thousand steps in a second is not slowed down by who looks on.
 */
export function gathered(job: () => Promise<void>, onError: (error: unknown) => void): () => void {
  let running = false;
  let again = false;
  const run = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      do {
        again = false;
        await job();
        if (again) await new Promise((resolve) => window.setTimeout(resolve, betweenMs));
      } while (again);
    } catch (error) {
      onError(error);
    } finally {
      running = false;
    }
  };
  return () => void run();
}
