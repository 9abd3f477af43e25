import type { Clock } from '../../deadline/clock.js';
import { onAbort } from '../../deadline/on-abort.js';
import { preempt } from '../../deadline/pre-empt.js';
import {
  ActBadResponseError,
  ActServiceUnavailableError,
  ValidationError,
} from '../../errors/index.js';
import type { Authorization, Authorizer, OutgoingRequest } from '../auth/authorizer.js';
import { whyUnreachable } from '../network/why-unreachable.js';
import type { Answer } from './answer.js';
import { BodyTooLargeError, readBody } from './read-body.js';
import { redact } from './redact.js';

export interface AttemptContext {
  readonly authorizer: Authorizer;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly requestTimeoutMs: number;
}

/**
 * Sends a request once, authorised as it is, and reads the whole answer, within `requestTimeoutMs` from
 * sending it to the last byte. The caller's abort ends it at once, even where `fetch` does not heed its signal.
 *
 * @throws ActServiceUnavailableError for a timeout and for every failure of the connection; the
 *   reason of `signal`, as it is.
 */
export async function attemptOnce(
  context: AttemptContext,
  operation: string,
  request: OutgoingRequest,
  authorization: Authorization,
  attempt: number,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const { clock, requestTimeoutMs } = context;
  const end = new AbortController();
  const unavailable = (message: string, cause?: unknown) =>
    new ActServiceUnavailableError(`${operation}: ${message}`, {
      operation,
      attempts: attempt,
      ...(cause === undefined ? {} : { cause }),
    });
  const stopTimer = clock.after(requestTimeoutMs, () =>
    end.abort(unavailable(`no answer within ${requestTimeoutMs} ms (requestTimeoutMs)`)),
  );
  // Linked by hand: AbortSignal.any leaves something behind on a signal that outlives the request.
  const unlink = onAbort(signal, () => end.abort(signal?.reason));
  const either = end.signal;
  const exchange = async (): Promise<Answer> => {
    const { headers, secrets } = authorization;
    const { fetch } = context;
    const response = await fetch(request.url, {
      method: request.method,
      headers: { ...headers },
      ...(request.method === 'GET' ? {} : { body: request.body }),
      redirect: 'manual',
      signal: either,
    });
    const body = redact(await readBody(response), secrets);
    const { status } = response;
    return {
      operation,
      status,
      headers: cleaned(response.headers, secrets),
      body,
      attempt,
      receivedAtMs: clock.now(),
      requestBytes: Buffer.byteLength(request.body),
    };
  };
  try {
    return await preempt(exchange(), either);
  } catch (error) {
    if (either.aborted) throw either.reason;
    if (error instanceof ValidationError) throw error;
    if (error instanceof BodyTooLargeError) {
      const facts = { operation, attempts: attempt, cause: error };
      throw new ActBadResponseError(
        `${operation}: the answer is too large: ${error.message}`,
        facts,
      );
    }
    throw unavailable(unreachable(request.url, error), error);
  } finally {
    stopTimer();
    unlink();
  }
}

function unreachable(url: string, error: unknown): string {
  const why = whyUnreachable(error);
  return `${new URL(url).host} could not be reached${why === undefined ? '' : `: ${why}`}`;
}

/** A server that repeats what it was sent may do so in its headers too. */
function cleaned(headers: Headers, secrets: readonly string[]): Headers {
  return new Headers([...headers].map(([name, value]) => [name, redact(value, secrets)]));
}
