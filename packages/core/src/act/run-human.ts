import { preempt } from '../deadline/pre-empt.js';
import { timeLimit } from '../deadline/time-limit.js';
import { ActAgentFailedError, ActTimeoutError } from '../errors/index.js';
import { askHuman } from '../human/ask-human.js';
import { offeredHumanCalls } from '../human/human-input.js';
import type { CallScope } from './call-scope.js';
import type { Action } from './program.js';

/**
 * Asks a person, whose time is no time of the act's, and lets the page settle that they had in hand.
 * @throws ActAgentFailedError when there is nobody to ask; ActCanceledError's kin when they decline;
 *   ActTimeoutError after `humanTimeoutMs`
 */
export async function runHuman(
  { name, message }: Extract<Action, { kind: 'human' }>,
  scope: CallScope,
): Promise<{ value: unknown; heard?: string | undefined }> {
  const { env, actId, prompt, signal, page } = scope;
  if (!offeredHumanCalls(env.human).has(name)) {
    throw new ActAgentFailedError(
      `The agent needs a person (${name}: ${message}), and there is nobody to ask. Give humanInput.`,
    );
  }
  const { humanTimeoutMs, actuator } = env;
  const { sessionId, workflowRunId } = env.path;
  const release = scope.holdTime();
  const limit = timeLimit(
    humanTimeoutMs,
    signal,
    env.clock,
    () => new ActTimeoutError(`No person answered within ${humanTimeoutMs} ms (humanTimeoutMs)`),
  );
  const context = {
    signal: limit.signal,
    get page() {
      return actuator.page;
    },
    prompt,
    sessionId,
    actId,
    workflowRunId,
    screenshot: page.latest?.observation.screenshotBase64 ?? '',
  };
  let value: unknown;
  try {
    await preempt(actuator.expectChange?.(limit.signal), limit.signal).catch(() => {});
    limit.signal.throwIfAborted();
    value = await preempt(askHuman(env.human ?? {}, name, message, context), limit.signal);
  } finally {
    limit.close();
    release();
  }
  return { value, heard: value === 'complete' ? await page.settleAndHear(signal) : undefined };
}
