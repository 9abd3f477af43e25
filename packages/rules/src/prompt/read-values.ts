import type { ClauseReader } from './clause-reader.js';
import type { Intent } from './intents.js';
import { fieldName, readingsAt, splitPairs } from './parse-value.js';

const valueJoints = ['into', 'inside', 'in', 'to', 'as', 'for', 'on', 'at'];

export const readType: ClauseReader = (clause) => {
  const clear = /^(?:clear|empty|erase) (?:out )?(.+?)(?: (?:field|box|input))$/i.exec(clause)?.[1];
  if (clear !== undefined)
    return [
      {
        kind: 'set',
        readings: [{ value: '', field: fieldName(clear) }],
        how: 'type',
        pressEnter: false,
      },
    ];
  const match =
    /^(?:type|enter|write|input|insert|paste|put)(?: in)? (?:the (?:text|value|words?|phrase|string|number) )?(.+)$/i.exec(
      clause,
    )?.[1];
  if (match === undefined) return undefined;
  const { text, pressEnter } = withoutEnter(match);
  const pairs = splitPairs(text, /\S (?:into|in|inside|as|for) \S/i);
  return (pairs ?? [text]).map(
    (one, index, all): Intent => ({
      kind: 'set',
      readings: [...readingsAt(one, valueJoints), ...reversed(one), { value: one.trim() }],
      how: 'type',
      pressEnter: pressEnter && index === all.length - 1,
    }),
  );
};

/** "the name: Ada", "a quantity of 3": the field before its value. */
function reversed(text: string): { value: string; field: string }[] {
  const colon = /^(?:the |a |an )?([^:=]+?) ?(?::|=|\bof\b|\bwith\b) ?(\S.*)$/is.exec(text);
  return colon?.[1] !== undefined && colon[2] !== undefined
    ? [{ value: colon[2].trim(), field: fieldName(colon[1]) }]
    : [];
}

export function withoutEnter(text: string): { text: string; pressEnter: boolean } {
  const rest = text.replace(
    /,? (?:and|then) (?:press|hit) (?:the )?(?:enter|return)(?: key)?$/i,
    '',
  );
  return { text: rest, pressEnter: rest !== text };
}

export const readFill: ClauseReader = (clause) => {
  const login = /^(?:log|sign) ?in (?:with|using|as) (.+)$/i.exec(clause)?.[1];
  if (login !== undefined) {
    const as = /^(?:log|sign) ?in as\b/i.test(clause) ? 'username ' : '';
    return [{ kind: 'fill', pairs: pairsOf(`${as}${login}`) }, { kind: 'submit' }];
  }
  const [lead] = /^(?:fill|complete)(?: (?:in|out|up))? (?:the |this |a )?/i.exec(clause) ?? [];
  const form =
    lead !== undefined &&
    /^(?:(?:[\w -]*?\bform|it|details?|fields?) ?(?:(?:with|using|as follows) ?:?|:)|[\w -]+:(?=[^:]+:)) ?(?:the following(?: details)? ?:?)? ?(\S.*)$/is.exec(
      clause.slice(lead.length),
    )?.[1];
  if (form) return [{ kind: 'fill', pairs: pairsOf(form) }];
  const match =
    /^(?:fill|complete)(?: (?:in|out))? (.+)$/i.exec(clause)?.[1] ??
    /^(?:set|change|update|adjust|move|drag) (.+)$/i.exec(clause)?.[1];
  if (match === undefined) return undefined;
  const several = splitPairs(match, /\S (?:with|to|as) \S/i);
  const intents = (several ?? [match]).map((one): Intent | undefined => {
    const pattern = /^(?:fill)/i.test(clause)
      ? ['with', 'as', 'to', 'in', 'into']
      : ['to', 'as', 'with'];
    const readings = pattern.flatMap((joint) => {
      const at = one.search(new RegExp(` ${joint} `, 'i'));
      if (at < 0) return [];
      const head = one.slice(0, at);
      const tail = one.slice(at).trim().replace(/^\S+ /, '');
      return joint === 'in' || joint === 'into'
        ? [{ value: head.trim(), field: fieldName(tail) }]
        : [{ value: tail, field: fieldName(head) }];
    });
    const all = [...readings, ...reversed(one)];
    return all.length > 0
      ? { kind: 'set', readings: all, how: 'any', pressEnter: false }
      : undefined;
  });
  const known = intents.filter((intent) => intent !== undefined);
  return known.length === intents.length ? known : undefined;
};

function pairsOf(text: string): string[] {
  return text
    .split(/ ?[,;] ?(?:and )?(?:with )?| and (?:with )?(?:the )?| with (?=\w+ )/i)
    .map((pair) => pair.trim().replace(/^(?:the|a|an|my|your) /i, ''))
    .filter((pair) => pair !== '');
}

export const readChoose: ClauseReader = (clause) => {
  const match = /^(?:choose|select|pick|answer) (?:the )?(?:options? |value )?(.+)$/i.exec(
    clause,
  )?.[1];
  if (match === undefined) return undefined;
  return [
    {
      kind: 'set',
      readings: [
        ...readingsAt(match, ['from', 'in', 'as', 'for', 'under', 'on', 'of', 'to']),
        ...reversed(match),
        { value: match.replace(/ (?:option|radio button)$/i, '').trim() },
      ],
      how: 'choose',
      pressEnter: false,
    },
  ];
};

export const readUpload: ClauseReader = (clause) => {
  const match = /^(?:upload|attach) (?:the )?(?:file )?(.+)$/i.exec(clause)?.[1];
  if (match === undefined) return undefined;
  return [
    {
      kind: 'set',
      readings: [...readingsAt(match, ['into', 'in', 'to', 'as', 'for']), { value: match }],
      how: 'type',
      pressEnter: false,
    },
  ];
};
