import pRetry from 'p-retry';
import { pause } from '../../deadline/pause.js';
import {
  ActInternalServerError,
  ActRequestThrottledError,
  ActServiceUnavailableError,
} from '../../errors/index.js';
import type { Logger } from '../../logger.js';
import type { OutgoingRequest } from '../auth/authorizer.js';
import { type Answer, requestIdOf } from './answer.js';
import { type AttemptContext, attemptOnce } from './attempt.js';
import type { RequestPolicy } from './retry-options.js';
import { retryDelayMs } from './retry-timing.js';
import { translateError } from './translate-error.js';

export interface Transport extends AttemptContext {
  readonly policy: RequestPolicy;
  readonly logger: Logger;
}

/**
 * Sends a request until it is answered 2xx, at most `maxAttempts` times. Sent again: what was not
 * answered, throttling, 5xx. Not sent again: quotas, and what the model itself came to (an unusable
 * program, too many tokens), which another try would be billed for.
 */
export async function send(
  transport: Transport,
  operation: string,
  request: OutgoingRequest,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  signal?.throwIfAborted();
  const { policy, clock, logger } = transport;
  try {
    return await pRetry((attempt) => tryOnce(transport, operation, request, attempt, signal), {
      retries: policy.maxAttempts - 1,
      // The wait is ours, in `shouldRetry`: p-retry's cannot heed Retry-After, nor a test's clock.
      minTimeout: 0,
      async shouldRetry({ error, attemptNumber }) {
        if (!isRetryable(error)) return false;
        const delayMs = retryDelayMs(attemptNumber, error.retryAfterMs, policy);
        logger.warn(`${operation} is sent again`, {
          attempt: attemptNumber,
          delayMs,
          code: error.code,
        });
        await pause(delayMs, signal, clock);
        return true;
      },
    });
  } catch (error) {
    // p-retry makes an error of its own of a reason that is none.
    if (signal?.aborted) throw signal.reason;
    throw error;
  }
}

async function tryOnce(
  transport: Transport,
  operation: string,
  request: OutgoingRequest,
  attempt: number,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const { clock, logger } = transport;
  const startMs = clock.now();
  const answer = await attemptOnce(transport, operation, request, attempt, signal);
  logger.debug(operation, {
    status: answer.status,
    attempt,
    ms: clock.now() - startMs,
    requestId: requestIdOf(answer.headers),
  });
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw translateError(answer);
}

type Retryable = ActServiceUnavailableError | ActRequestThrottledError | ActInternalServerError;

function isRetryable(error: Error): error is Retryable {
  if (error instanceof ActInternalServerError) return error.reason !== 'RequestTokenLimitExceeded';
  return error instanceof ActServiceUnavailableError || error instanceof ActRequestThrottledError;
}
