import { Closing } from '../../closing/closing.js';
import type { Clock } from '../../deadline/clock.js';
import type { StopStep } from '../../errors/index.js';

/**
 * Closes what was opened for nothing, because what it was opened for failed or was aborted.
 * @throws StopFailedError when it could not be closed within the bound of every closing
 */
export async function closeNow(
  close: (signal: AbortSignal) => Promise<unknown>,
  clock: Clock,
  step: StopStep = 'close-browser',
): Promise<void> {
  const closing = new Closing(clock);
  await closing.step(step, close);
  closing.throwIfFailed();
}
