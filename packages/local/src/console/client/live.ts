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

/** Runs a job at most once at a time, and once more if it was asked for meanwhile. */
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
      } while (again);
    } catch (error) {
      onError(error);
    } finally {
      running = false;
    }
  };
  return () => void run();
}
