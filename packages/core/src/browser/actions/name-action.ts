import { redactUrl } from '../../errors/redact-url.js';
import type { JsonValue } from '../../wire/json.js';
import type { Told } from '../tabs/told.js';
import type { Action } from './action.js';

const NAMES: Record<Action['kind'], string> = {
  click: 'the click',
  hover: 'the pointer',
  scroll: 'the wheel',
  type: 'typing',
  goToUrl: 'going',
};

/** An action in words, before it is known what it hits. */
export function nameOf(action: Action): string {
  return action.kind === 'goToUrl' ? `going to ${redactUrl(action.url)}` : NAMES[action.kind];
}

/**
 * What the action did, with what happened beside it.
 * @throws AgentRedirectError when it came to nothing by that
 */
export function withNotes(told: Told, { kind }: Action, result: JsonValue): JsonValue {
  const said = isObject(result) ? result : {};
  const where = said['hit'] ?? said['field'] ?? said['of'] ?? said['over'];
  if (told.doing && typeof where === 'string') told.doing.what = `${NAMES[kind]} on ${where}`;
  told.demandDone();
  const notes = told.takeNotes();
  return notes.length === 0 || !isObject(result) ? result : { ...result, notes };
}

function isObject(value: JsonValue): value is { [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
