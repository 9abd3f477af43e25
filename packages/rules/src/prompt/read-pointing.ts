import { type ClauseReader, piece, target } from './clause-reader.js';
import { splitPairs } from './parse-value.js';

export const readPress: ClauseReader = (clause) => {
  const key =
    /^(?:press|hit|push|tap|type) (?:the )?(?:key )?(enter|return|tab|esc|escape|space(?:bar)?|backspace|delete|home|end|page up|page down|f\d{1,2}|(?:up|down|left|right)? ?arrow(?: (?:up|down|left|right))?|(?:ctrl|control|cmd|command|alt|shift) ?[+-] ?\S+)( key)?$/i.exec(
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
  const double = /^double[- ]?click (?:on )?(.+)$/i.exec(clause)?.[1];
  if (double !== undefined)
    return [{ kind: 'click', target: target(double), button: 'left-double' }];
  const right = /^(?:right[- ]?click|context[- ]?click) (?:on )?(.+)$/i.exec(clause)?.[1];
  if (right !== undefined) return [{ kind: 'click', target: target(right), button: 'right' }];
  const hover =
    /^(?:hover(?: (?:the )?(?:mouse|pointer|cursor))?|(?:move|point) (?:the )?(?:mouse|pointer|cursor)) ?(?:over|on|to|above|onto)? (.+)$/i.exec(
      clause,
    )?.[1];
  if (hover !== undefined) return [{ kind: 'hover', target: target(hover) }];
  const click = /^(?:left[- ]?click|single[- ]?click|click|tap|press|push|hit) (?:on )?(.+)$/i.exec(
    clause,
  )?.[1];
  if (click === undefined) return undefined;
  const several = splitPairs(click, new RegExp(`^(?:on )?(?:the )?${piece}(?: \\w+)?$`));
  return (several ?? [click]).map((one) => ({
    kind: 'click',
    target: target(one),
    button: 'left',
  }));
};

export const readTick: ClauseReader = (clause) => {
  const match =
    /^(tick|check|mark|enable|turn on|switch on|agree to|accept|untick|uncheck|unmark|disable|turn off|switch off|deselect|unselect|toggle) (?:off )?(\S.*)$/is.exec(
      clause,
    );
  if (!match?.[1] || match[2] === undefined || /^(?:if|whether|that|out)\b/i.test(match[2]))
    return undefined;
  if (
    /^check\b/i.test(clause) &&
    /^(?:the )?(?:price|status|availability|weather|time|number|total)\b/i.test(match[2])
  )
    return undefined;
  const on = !/^(?:un|dis|de|turn off|switch off)/i.test(match[1]);
  const names = splitNames(
    match[2].replace(/ (?:check ?box(?:es)?|box(?:es)?|switch|toggle)$/i, ''),
  );
  return names.map((name) => ({ kind: 'tick', target: target(name), on }));
};

/** "Red, Green and Blue" as three; the page decides later whether a name with an "and" is one. */
function splitNames(text: string): string[] {
  return text
    .split(/, ?(?:and )?| and /i)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
