import { pause } from '../deadline/pause.js';
import { preempt } from '../deadline/pre-empt.js';
import { ActCanceledError, suppress } from '../errors/index.js';

/** After an abort, how long a body has to fail of it by itself: its own error says more. */
const GRACE_MS = 100;

/** What `useSession` needs of a session that has started. */
export interface UsableSession {
  stop(): Promise<void>;
  /** Says that the body failed, before the session is closed. */
  failed(): void;
}

/**
 * Runs `body` and closes the session after it, however it ends. What goes wrong first is thrown; a
 * session that cannot be closed after that is attached to it.
 */
export async function useSession<T>(
  session: UsableSession,
  body: () => T,
  signal: AbortSignal | undefined,
): Promise<Awaited<T>> {
  let result: Awaited<T>;
  try {
    result = await untilAborted((async () => body())() as Promise<Awaited<T>>, signal);
  } catch (error) {
    session.failed();
    try {
      await session.stop();
    } catch (failure) {
      suppress(error, failure);
    }
    throw error;
  }
  await session.stop();
  return result;
}

async function untilAborted<T>(running: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return await running;
  try {
    return await preempt(running, signal);
  } catch (error) {
    // Whichever it was: a body that has failed by now is heard before the signal is.
    if (!signal.aborted) throw error;
    const cancel = new ActCanceledError('The session was canceled by its signal', {
      cause: signal.reason,
    });
    const late = pause(GRACE_MS).then(() => Promise.reject(cancel));
    return await Promise.race([running, late]);
  }
}
