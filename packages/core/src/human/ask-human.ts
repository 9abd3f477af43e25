import { ActApproveCanceledError, ActUiTakeoverCanceledError } from '../errors/index.js';
import type { HumanCallName, HumanInput, HumanInputContext } from './human-input.js';

/**
 * Puts the agent's question to a person and gives the answer the model knows.
 * @throws ActCanceledError's kin when the person declines.
 */
export async function askHuman(
  human: HumanInput,
  name: HumanCallName,
  message: string,
  context: HumanInputContext,
): Promise<'yes' | 'complete'> {
  if (name === 'human_Approve') {
    const answer = await human.approve?.(message, context);
    if (answer === 'yes') return answer;
    throw new ActApproveCanceledError(`A person declined to approve: ${message}`);
  }
  const answer = await human.uiTakeover?.(message, context);
  if (answer === 'complete') return answer;
  throw new ActUiTakeoverCanceledError(
    `A person gave the browser back without completing: ${message}`,
  );
}
