import { onAbort } from '../../../deadline/on-abort.js';
import { pause } from '../../../deadline/pause.js';
import { preempt } from '../../../deadline/pre-empt.js';
import { AuthError, NovaActError } from '../../../errors/index.js';
import { plainLine } from '../../../errors/plain-text.js';
import { whyUnreachable } from '../../network/why-unreachable.js';
import type { SourceContext } from './credential-source.js';
import { SourceError } from './source-error.js';
import { withoutSecrets } from './without-secrets.js';

export interface Question<T> {
  /** What is asked, in the middle of a sentence: `the credential_process of the profile work`. */
  readonly name: string;
  /** For one try. */
  readonly timeoutMs: number;
  /** Default: as often as a request is sent. 1 where another try could not go better. */
  readonly attempts?: number;
  /**
   * What becomes of it when nobody waits any more. It goes on without keeping the process alive, where
   * it may be at something that should not begin anew, such as asking a person. Default: it is given
   * up, since a connection would keep the process alive, and asked again later.
   */
  readonly goesOn?: boolean;
  ask(signal: AbortSignal): Promise<T>;
  /** What the failure of a library means, where that is more than its own message. */
  explain?(error: unknown): SourceError | undefined;
}

const RETRY_MS = 200;
const SAID_LENGTH = 500;

/**
 * Asks a source that may hang, fail or be away: each try has a deadline of its own, apart from that of
 * the request that waits; what did not answer is asked again; a refusal is final. This is the one
 * place where a source's failure becomes an error for users.
 *
 * @throws AuthError that names the source and the cause; a NovaActError of the source's own as it is.
 */
export async function askSource<T>(question: Question<T>, context: SourceContext): Promise<T> {
  const { clock, logger } = context;
  const attempts = question.attempts ?? context.attempts;
  const startMs = clock.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await once(question, context);
      logger.debug('Credentials were asked for', {
        source: question.name,
        attempt,
        ms: clock.now() - startMs,
      });
      return answer;
    } catch (error) {
      if (error instanceof NovaActError) throw error;
      const told = explained(question, error);
      if (!told.transient || attempt >= attempts || context.unattended.aborted)
        throw authError(question, told, attempt);
      logger.warn('A source of credentials is asked again', {
        source: question.name,
        attempt,
        reason: told.message,
      });
      await pause(RETRY_MS * attempt, undefined, clock);
    }
  }
}

async function once<T>(question: Question<T>, context: SourceContext): Promise<T> {
  const { ask, timeoutMs, goesOn } = question;
  const { clock, unattended } = context;
  const end = new AbortController();
  const late = new SourceError(`gave no answer within ${timeoutMs} ms`, { transient: true });
  const deadline = (keepsAlive: boolean) =>
    clock.after(timeoutMs, () => end.abort(late), { keepsAlive });
  let stop = deadline(true);
  const off = onAbort(unattended, () => {
    if (!goesOn) return end.abort(new SourceError('gave no answer while a request waited for it'));
    stop();
    stop = deadline(false);
  });
  try {
    return await preempt(ask(end.signal), end.signal);
  } catch (error) {
    throw end.signal.aborted ? end.signal.reason : error;
  } finally {
    stop();
    off();
  }
}

function explained<T>({ explain }: Question<T>, error: unknown): SourceError {
  if (error instanceof SourceError) return error;
  const particular = explain?.(error);
  if (particular) return particular;
  const why = whyUnreachable(error);
  if (why)
    return new SourceError(`could not be reached: ${why}`, { transient: true, cause: error });
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const kind = name === 'Error' || name === 'CredentialsProviderError' ? '' : `${name}: `;
  return new SourceError(`failed: ${kind}${message}`, {
    transient: isTransient(error),
    cause: error,
  });
}

/** Failures of the other side, which pass; AWS's clients and `httpRequest` note them so. */
export function isTransient(error: unknown): boolean {
  const { $metadata, statusCode, $retryable } = (error ?? {}) as Record<string, unknown>;
  const status =
    ($metadata as { httpStatusCode?: unknown } | undefined)?.httpStatusCode ?? statusCode;
  return (
    $retryable !== undefined || (typeof status === 'number' && (status >= 500 || status === 429))
  );
}

function authError<T>({ name }: Question<T>, told: SourceError, attempts: number): AuthError {
  const said = plainLine(withoutSecrets(told.message), SAID_LENGTH);
  const tries = attempts > 1 ? ` (${attempts} tries)` : '';
  const options = told.cause === undefined ? {} : { cause: told.cause };
  return new AuthError(`${name[0]?.toUpperCase()}${name.slice(1)} ${said}${tries}`, options);
}
