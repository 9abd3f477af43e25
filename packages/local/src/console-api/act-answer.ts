import { plainName } from '../model/actions.js';
import type { ActRecord } from '../state/records.js';

const longest = 300;

/** What an act returned, as text and cut to what a row can show; undefined while it has returned nothing. */
export function actAnswer(act: ActRecord): string | undefined {
  const last = act.steps.at(-1);
  const call = last?.calls.find(({ name }) => plainName(name) === 'return');
  if (!call) return undefined;
  const value = Array.isArray(call.input) ? call.input[0] : call.input;
  if (value === undefined || value === null) return undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
