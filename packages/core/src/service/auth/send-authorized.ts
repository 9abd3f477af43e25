import { preempt } from '../../deadline/pre-empt.js';
import type { Authorization, Authorizer, OutgoingRequest } from './authorizer.js';
import type { Amendment, Refusal } from './refusal.js';

/** What came of a try, and whether it was a refusal of who asks. */
export interface Outcome<T> {
  readonly answer: T;
  readonly refusal?: Refusal | undefined;
}

/**
 * Sends a request, authorised; where it was refused for credentials that others have replaced, or for
 * the time of its signature, it is authorised anew and sent once more. Each of the two is tried once, so
 * that a service which refuses everything is asked three times at most.
 */
export async function sendAuthorized<T>(
  authorizer: Authorizer,
  request: (nth: number) => OutgoingRequest,
  signal: AbortSignal,
  send: (request: OutgoingRequest, authorization: Authorization) => Promise<Outcome<T>>,
): Promise<T> {
  const amended = new Set<Amendment>();
  for (;;) {
    const outgoing = request(amended.size);
    const authorization = await authorizer.authorize(outgoing, signal);
    const { answer, refusal } = await send(outgoing, authorization);
    if (!refusal) return answer;
    const amendment = await preempt(authorization.amend?.(refusal), signal);
    if (!amendment || amended.has(amendment)) return answer;
    amended.add(amendment);
  }
}
