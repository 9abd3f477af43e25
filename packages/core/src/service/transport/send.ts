import { randomUUID } from 'node:crypto';
import pRetry from 'p-retry';
import { pause } from '../../deadline/pause.js';
import { type AttemptNotice, attempts } from '../../diagnostics/attempt-notice.js';
import { errorTypeOf as kindOf } from '../../diagnostics/error-type.js';
import {
  ActInternalServerError,
  ActRequestThrottledError,
  ActServiceUnavailableError,
} from '../../errors/index.js';
import type { Logger } from '../../logger.js';
import type { OutgoingRequest } from '../auth/authorizer.js';
import { refusalOf } from '../auth/refusal.js';
import { sendAuthorized } from '../auth/send-authorized.js';
import { type Answer, requestIdOf } from './answer.js';
import { type AttemptContext, attemptOnce } from './attempt.js';
import { ExecutionDoubt } from './execution-doubt.js';
import type { RequestPolicy } from './retry-options.js';
import { retryDelayMs } from './retry-timing.js';
import { errorTypeOf, translateError } from './translate-error.js';

export interface Transport extends AttemptContext {
  readonly policy: RequestPolicy;
  readonly logger: Logger;
}

/**
 * Sends a request until it is answered 2xx, at most `maxAttempts` times. Sent again: what was not
 * answered, throttling, 5xx; and once more, on top of that, what was refused for credentials that have
 * been replaced or for the time of its signature. Not sent again: quotas, and what the model itself came to (an unusable
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
  const { maxAttempts } = policy;
  const invocationId = randomUUID();
  let sent = 0;
  const numbered = (): OutgoingRequest => {
    sent += 1;
    if (transport.authorizer.kind !== 'iam') return request;
    // As every AWS client does, so that AWS can tell another try from another request.
    const attempts = `attempt=${sent}; max=${Math.max(maxAttempts, sent)}`;
    const more = { 'amz-sdk-invocation-id': invocationId, 'amz-sdk-request': attempts };
    return { ...request, headers: { ...request.headers, ...more } };
  };
  const doubt = new ExecutionDoubt();
  const once = () => doubt.watch(tryOnce(transport, operation, numbered, () => sent, signal));
  try {
    return await pRetry(once, {
      retries: maxAttempts - 1,
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

/** One try, and after a refusal that may be undone another: it is no retry, since nothing was done. */
async function tryOnce(
  transport: Transport,
  operation: string,
  request: () => OutgoingRequest,
  sent: () => number,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const { authorizer, clock, logger } = transport;
  const { signal: never } = new AbortController();
  const answer = await sendAuthorized(
    authorizer,
    request,
    signal ?? never,
    async (outgoing, authorization) => {
      const startMs = clock.now();
      const attempt = sent();
      const told = (outcome: Pick<AttemptNotice, 'status' | 'requestId' | 'error'>) =>
        attempts.tell(() => {
          const [url = ''] = outgoing.url.split('?');
          const times = { startedAtMs: startMs, endedAtMs: clock.now() };
          return { operation, method: outgoing.method, url, attempt, ...times, ...outcome };
        });
      const got = await attemptOnce(
        transport,
        operation,
        outgoing,
        authorization,
        attempt,
        signal,
      ).catch((error: unknown) => {
        told({ error: kindOf(error) });
        throw error;
      });
      told({ status: got.status, requestId: requestIdOf(got.headers) });
      logger.debug(operation, {
        status: got.status,
        attempt,
        ms: clock.now() - startMs,
        requestId: requestIdOf(got.headers),
      });
      return { answer: got, refusal: refusalOf(got.status, errorTypeOf(got), got.headers) };
    },
  );
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw translateError(answer);
}

type Retryable = ActServiceUnavailableError | ActRequestThrottledError | ActInternalServerError;

function isRetryable(error: Error): error is Retryable {
  if (error instanceof ActInternalServerError) return error.reason !== 'RequestTokenLimitExceeded';
  return error instanceof ActServiceUnavailableError || error instanceof ActRequestThrottledError;
}
