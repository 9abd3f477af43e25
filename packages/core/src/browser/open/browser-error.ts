import { ActActuationError, ActBrowserCrashedError, NovaActError } from '../../errors/index.js';
import { thrownText } from '../../errors/thrown-text.js';
import { sealedError, sealedText } from './sealed-error.js';

const TARGET_GONE =
  /Target (?:page, context or browser has been )?closed|Session closed|Browser (?:has been )?closed|browser has disconnected|Connection closed|crashed/i;

/** Whether Playwright or DevTools says that what was asked is no longer there. */
export function saysTargetGone(error: unknown): boolean {
  return TARGET_GONE.test(error instanceof Error ? error.message : thrownText(error));
}

/**
 * The one place where what Playwright threw becomes an error of this library, with a code and without
 * secrets. What is one already stays as it is.
 */
export function browserError(error: unknown, secrets: readonly string[] = []): NovaActError {
  if (error instanceof NovaActError) return error;
  const message = error instanceof Error ? error.message : thrownText(error);
  const text = sealedText(message, secrets);
  if (saysTargetGone(error))
    return new ActBrowserCrashedError(`The browser has gone away: ${text}`);
  return new ActActuationError(text, { cause: sealedError(error, secrets) });
}
