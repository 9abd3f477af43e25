import { type ClauseReader, piece, target } from './clause-reader.js';
import { splitPairs } from './parse-value.js';

export const readPress: ClauseReader = (clause) => {
  const key =
    /^(?:press|hit|push|tap|type)\s+(?:the\s+)?(?:key\s+)?(enter|return|tab|esc|escape|space(?:bar)?|backspace|delete|home|end|page up|page down|f\d{1,2}|(?:up|down|left|right)?\s?arrow(?:\s(?:up|down|left|right))?|(?:ctrl|control|cmd|command|alt|shift)\s?[+-]\s?\S+)(\s+key)?$/i.exec(
      clause,
    );
  if (!key?.[1]) return undefined;
  if (/^(?:enter|return)$/i.test(key[1])) return [{ kind: 'press-enter' }];
  // "press Delete" may mean a button; with "key" it cannot.
  return key[2] !== undefined
    ? [{ kind: 'press-key', key: key[1] }]
    : /^(?:tab|esc|escape|space|ctrl|control|cmd|command|alt|shift|f\d|.*arrow)/i.test(key[1])
      ? [{ kind: 'press-key', key: key[1] }]
      : undefined;
};

export const readPointer: ClauseReader = (clause) => {
  const double = /^double[- ]?click\s+(?:on\s+)?(.+)$/i.exec(clause)?.[1];
  if (double !== undefined)
    return [{ kind: 'click', target: target(double), button: 'left-double' }];
  const right = /^(?:right[- ]?click|context[- ]?click)\s+(?:on\s+)?(.+)$/i.exec(clause)?.[1];
  if (right !== undefined) return [{ kind: 'click', target: target(right), button: 'right' }];
  const hover =
    /^(?:hover(?:\s+(?:the\s+)?(?:mouse|pointer|cursor))?|(?:move|point)\s+(?:the\s+)?(?:mouse|pointer|cursor))\s*(?:over|on|to|above|onto)?\s+(.+)$/i.exec(
      clause,
    )?.[1];
  if (hover !== undefined) return [{ kind: 'hover', target: target(hover) }];
  const click =
    /^(?:left[- ]?click|single[- ]?click|click|tap|press|push|hit)\s+(?:on\s+)?(.+)$/i.exec(
      clause,
    )?.[1];
  if (click === undefined) return undefined;
  const several = splitPairs(click, new RegExp(`^(?:on\\s+)?(?:the\\s+)?${piece}(?:\\s+\\w+)?$`));
  return (several ?? [click]).map((one) => ({
    kind: 'click',
    target: target(one),
    button: 'left',
  }));
};

export const readTick: ClauseReader = (clause) => {
  const match =
    /^(tick|check|mark|enable|turn on|switch on|agree to|accept|untick|uncheck|unmark|disable|turn off|switch off|deselect|unselect|toggle)\s+(?:off\s+)?(.+?)(?:\s+(?:check ?box(?:es)?|box(?:es)?|switch|toggle))?$/i.exec(
      clause,
    );
  if (!match?.[1] || match[2] === undefined || /^(?:if|whether|that|out)\b/i.test(match[2]))
    return undefined;
  if (
    /^check\b/i.test(clause) &&
    /^(?:the\s+)?(?:price|status|availability|weather|time|number|total)\b/i.test(match[2])
  )
    return undefined;
  const on = !/^(?:un|dis|de|turn off|switch off)/i.test(match[1]);
  const names = splitNames(match[2]);
  return names.map((name) => ({ kind: 'tick', target: target(name), on }));
};

/** "Red, Green and Blue" as three; the page decides later whether a name with an "and" is one. */
function splitNames(text: string): string[] {
  return text
    .split(/,\s*(?:and\s+)?|\s+and\s+/i)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
