import type { Amendment, Refusal } from './refusal.js';

/** One attempt of a request, as it will be sent, before it is authorised. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Authorization {
  /** All headers to send: those of the request and those that authorise it. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * Values that an answer may echo (AWS quotes the signed headers when a signature is wrong), to be
   * struck out of errors.
   */
  readonly secrets: readonly string[];
  /**
   * The service did not accept this. Resolves to what is different now, so that the request, authorised
   * anew, may fare better; undefined where nothing is.
   * @throws AuthError where the credentials have ended and there are no others.
   */
  amend?(refusal: Refusal): Promise<Amendment | undefined>;
}

/**
 * Authorises one attempt. Called anew for each, so that a retry has a fresh signature and
 * credentials that were renewed in between. Shows no secret when inspected or turned into JSON.
 */
export interface Authorizer {
  readonly kind: 'iam' | 'api-key';
  /**
   * Takes as long as its source of credentials has, whatever the deadline of the attempt.
   * @throws AuthError when there are no credentials; the reason of `signal`.
   */
  authorize(request: OutgoingRequest, signal: AbortSignal): Promise<Authorization>;
}
