import { ShutdownError } from '@nova-act/core';

/** Also where the signal is one derived from it, whose reason is passed on. */
export function isShutdown(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true && signal.reason instanceof ShutdownError;
}
