import { findChoice } from '../find/find-choice.js';
import { fieldsOf, rankFields, uniqueName } from '../find/find-field.js';
import { nameOf } from '../page/names.js';
import type { PlannedIntent } from '../prompt/intents.js';
import { unquote } from '../prompt/mask.js';
import { type GroundContext, type Grounding, quoteList } from './grounding.js';

/** "name Ada", "email: ada@example.org", "Ada as the name": which words are the field's is for the page to say. */
export function groundFill(pairs: readonly string[], context: GroundContext): Grounding {
  const intents: PlannedIntent[] = [];
  for (const pair of pairs) {
    const reading = readPair(pair, context);
    if (reading === undefined) {
      const names = quoteList(
        fieldsOf(context.page).map((one) => nameOf(context.page, one)),
        12,
      );
      return {
        kind: 'missing',
        message: `There is no field on the page for “${pair}”${names === '' ? '' : `; its fields are ${names}`}.`,
      };
    }
    intents.push({
      intent: { kind: 'set', readings: [reading], how: 'any', pressEnter: false },
      words: pair,
    });
  }
  return { kind: 'expand', intents };
}

function readPair(
  pair: string,
  context: GroundContext,
): { field: string; value: string } | undefined {
  let best: { field: string; value: string; score: number } | undefined;
  const consider = (field: string, value: string, bonus: number) => {
    const found = rankFields(context.page, field, context.state)[0];
    const score = (found?.score ?? 0) + bonus;
    if (
      found !== undefined &&
      found.score >= 0.6 &&
      value.trim() !== '' &&
      score > (best?.score ?? 0)
    )
      best = { field: uniqueName(context.page, found.element), value: unquote(value), score };
  };
  const chosen = /^(.+?)(?:[:=]|\s(?:is|to|of)\s)\s*(\S.*)$/su.exec(pair);
  const choice =
    chosen?.[1] === undefined || chosen[2] === undefined
      ? undefined
      : findChoice(context.page, unquote(chosen[2]), chosen[1], []);
  if (
    choice !== undefined &&
    choice.score > 0.7 &&
    chosen?.[1] !== undefined &&
    chosen[2] !== undefined
  )
    return { field: chosen[1], value: unquote(chosen[2]) };
  const parted = /^(.+?)(?:[:=]|\s(?:is|to|of)\s)\s*(\S.*)$/su.exec(pair);
  if (parted?.[1] !== undefined && parted[2] !== undefined) consider(parted[1], parted[2], 0.1);
  const as = /^(.+?)\s(?:as|for|in|into)\s(?:(?:the|my|your) )?(.+)$/su.exec(pair);
  if (as?.[1] !== undefined && as[2] !== undefined) consider(as[2], as[1], 0.1);
  const parts = pair.split(/\s+/);
  for (let at = 1; at < parts.length; at++) {
    consider(parts.slice(0, at).join(' '), parts.slice(at).join(' '), at * 0.01);
  }
  return best;
}
