import { preempt } from '../deadline/pre-empt.js';
import { ActStateGuardrailError } from '../errors/index.js';
import type { StateGuardrail } from './state-guardrail.js';

/** @throws ActStateGuardrailError unless the guardrail lets `browserUrl` pass. */
export async function checkState(
  guardrail: StateGuardrail | undefined,
  browserUrl: string,
  signal: AbortSignal,
): Promise<void> {
  if (!guardrail) return;
  let decision: unknown;
  try {
    decision = await preempt((async () => guardrail({ browserUrl }, { signal }))(), signal);
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    throw new ActStateGuardrailError('The state guardrail failed, so the page was not allowed', {
      cause,
    });
  }
  // Anything but a clear pass blocks: a guardrail that forgets to answer must not open the gate.
  if (decision !== 'pass') {
    throw new ActStateGuardrailError('The state guardrail blocked the page the browser is on');
  }
}
