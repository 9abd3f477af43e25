/** What a guardrail decides about: where the browser is, or is about to go. */
export interface GuardrailState {
  /** The address of the page. */
  browserUrl: string;
}

/** Whether the agent may see the page: `pass`, or `block`, which ends the act. */
export type GuardrailDecision = 'pass' | 'block';

/**
 * Looks at every page the agent is about to see or go to. `'block'` ends the act with
 * `ActStateGuardrailError` before the page is sent to the service; so does throwing, with what was
 * thrown as the cause.
 */
export type StateGuardrail = (
  state: GuardrailState,
  context: { signal: AbortSignal },
) => GuardrailDecision | Promise<GuardrailDecision>;
