import { onAbort } from '../../deadline/on-abort.js';
import { NovaActError, type StopStep } from '../../errors/index.js';
import type { RemoteBrowserSession } from '../remote-browser.js';
import { sealed } from './endpoint/ask-for.js';

export const STEP: StopStep = 'end-remote-browser';

/** Ends the browser; once it has worked, it is not asked again. */
export type RemoteEnd = (signal: AbortSignal) => Promise<void>;

/**
 * Whoever comes first ends the browser, and the others wait for that. After a failure the next one tries
 * again: what cut the connection may have kept the end from arriving as well.
 */
export function remoteEnd(session: RemoteBrowserSession): RemoteEnd {
  let ending: { readonly done: Promise<void>; readonly timeIsUp: AbortController } | undefined;
  const begin = () => {
    const timeIsUp = new AbortController();
    const done = (async () => session.end(timeIsUp.signal))().then(
      () => undefined,
      (error: unknown) => {
        ending = undefined;
        throw error instanceof NovaActError ? error : sealed(error);
      },
    );
    return { done, timeIsUp };
  };
  return async (signal) => {
    ending ??= begin();
    const { done, timeIsUp } = ending;
    const off = onAbort(signal, () => timeIsUp.abort(signal.reason));
    try {
      await done;
    } finally {
      off();
    }
  };
}
