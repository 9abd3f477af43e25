import { AgentRedirectError } from '../../../errors/index.js';
import { callOn, type RemoteRef } from '../../frames/evaluate.js';
import type { Hand } from '../hand.js';
import { optionsForAgent } from '../options-for-agent.js';
import type { FieldFacts } from './field-in-page.js';
import { chooseOptions } from './select-in-page.js';
import type { Said } from './verify.js';

/**
 * `agentType` into a native `<select>`. In a multiple one, one option is added to those chosen; several,
 * as JSON, in lines or between commas, are the whole choice.
 */
export async function choose(
  { signal }: Hand,
  field: RemoteRef,
  text: string,
  { multiple, secret, what }: FieldFacts,
): Promise<Said> {
  signal.throwIfAborted();
  const json = multiple ? jsonTexts(text) : undefined;
  const readings = json ? [json] : multiple ? readingsOf(text) : [[text]];
  const outcome = await callOn(field, chooseOptions, readings, json !== undefined);
  if ('chosen' in outcome) return secret ? { field: what } : { chosen: outcome.chosen };
  const listed = optionsForAgent(secret ? [] : outcome.options);
  if ('disabledOption' in outcome) {
    throw new AgentRedirectError(
      `The option ${JSON.stringify(outcome.disabledOption)} is disabled. Those that can be chosen: ${listed}`,
    );
  }
  throw new AgentRedirectError(
    `There is no option ${JSON.stringify(outcome.unknown)} (or more than one begins so). The options: ${listed}`,
  );
}

/** A label may have a comma in it, so the text as a whole is tried first. */
function readingsOf(text: string): string[][] {
  const partsBy = (separator: RegExp) =>
    text
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  const lines = partsBy(/\n/);
  return [lines, partsBy(/[,;\n]/)];
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
