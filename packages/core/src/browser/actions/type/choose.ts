import { AgentRedirectError } from '../../../errors/index.js';
import type { JsonValue } from '../../../wire/json.js';
import { callOn, type RemoteRef } from '../../frames/evaluate.js';
import type { Hand } from '../hand.js';
import { chooseOptions } from './select-in-page.js';

/** `agentType` into a native `<select>`. Several options of a multiple one come as JSON or lines. */
export async function choose(
  { signal }: Hand,
  field: RemoteRef,
  text: string,
  multiple: boolean,
): Promise<JsonValue> {
  signal.throwIfAborted();
  const outcome = await callOn(field, chooseOptions, multiple ? severalTexts(text) : [text]);
  if ('chosen' in outcome) return { chosen: outcome.chosen };
  const listed = JSON.stringify(outcome.options);
  if ('disabledOption' in outcome) {
    throw new AgentRedirectError(
      `The option ${JSON.stringify(outcome.disabledOption)} is disabled. Those that can be chosen: ${listed}`,
    );
  }
  throw new AgentRedirectError(
    `There is no option ${JSON.stringify(outcome.unknown)} (or more than one begins so). The options: ${listed}`,
  );
}

function severalTexts(text: string): string[] {
  const parsed = jsonTexts(text);
  if (parsed) return parsed;
  return text.split('\n').filter((line) => line.trim() !== '');
}

function jsonTexts(text: string): string[] | undefined {
  if (!text.trim().startsWith('[')) return undefined;
  try {
    const items: unknown = JSON.parse(text);
    return Array.isArray(items) ? items.map(String) : undefined;
  } catch {
    return undefined; // An option may well begin with a bracket.
  }
}
