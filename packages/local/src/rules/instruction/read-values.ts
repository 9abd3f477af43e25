import type { ClauseReader } from './clause-reader.js';
import type { Intent } from './intents.js';
import { fieldName, readingsAt, splitPairs } from './parse-value.js';

const valueJoints = ['into', 'inside', 'in', 'to', 'as', 'for', 'on', 'at'];

export const readType: ClauseReader = (clause) => {
  const clear = /^(?:clear|empty|erase)\s+(?:out\s+)?(.+?)(?:\s+(?:field|box|input))$/i.exec(
    clause,
  )?.[1];
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
    /^(?:type|enter|write|input|insert|paste|put)(?:\s+in)?\s+(?:the\s+(?:text|value|words?|phrase|string|number)\s+)?(.+)$/i.exec(
      clause,
    )?.[1];
  if (match === undefined) return undefined;
  const { text, pressEnter } = withoutEnter(match);
  const pairs = splitPairs(text, /\S\s+(?:into|in|inside|as|for)\s+\S/i);
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
  const colon = /^(?:the\s+|a\s+|an\s+)?([^:=]+?)\s*(?::|=|\bof\b|\bwith\b)\s*(.+)$/i.exec(text);
  return colon?.[1] !== undefined && colon[2] !== undefined
    ? [{ value: colon[2].trim(), field: fieldName(colon[1]) }]
    : [];
}

export function withoutEnter(text: string): { text: string; pressEnter: boolean } {
  const rest = text.replace(
    /,?\s+(?:and|then)\s+(?:press|hit)\s+(?:the\s+)?(?:enter|return)(?:\s+key)?$/i,
    '',
  );
  return { text: rest, pressEnter: rest !== text };
}

export const readFill: ClauseReader = (clause) => {
  const login = /^(?:log|sign)\s?in\s+(?:with|using|as)\s+(.+)$/i.exec(clause)?.[1];
  if (login !== undefined) {
    const as = /^(?:log|sign)\s?in\s+as\b/i.test(clause) ? 'username ' : '';
    return [{ kind: 'fill', pairs: pairsOf(`${as}${login}`) }, { kind: 'submit' }];
  }
  const form =
    /^(?:fill|complete)(?:\s+(?:in|out|up))?\s+(?:the\s+|this\s+|a\s+)?(?:(?:[\w\s-]*?\bform|it|details?|fields?)\s*(?:with|using|as follows|:)+|[\w\s-]+?:(?=[^:]+:))\s*(?:the following(?: details)?\s*:?)?\s*(.+)$/i.exec(
      clause,
    )?.[1];
  if (form !== undefined) return [{ kind: 'fill', pairs: pairsOf(form) }];
  const match =
    /^(?:fill|complete)(?:\s+(?:in|out))?\s+(.+)$/i.exec(clause)?.[1] ??
    /^(?:set|change|update|adjust|move|drag)\s+(.+)$/i.exec(clause)?.[1];
  if (match === undefined) return undefined;
  const several = splitPairs(match, /\S\s+(?:with|to|as)\s+\S/i);
  const intents = (several ?? [match]).map((one): Intent | undefined => {
    const pattern = /^(?:fill)/i.test(clause)
      ? ['with', 'as', 'to', 'in', 'into']
      : ['to', 'as', 'with'];
    const readings = pattern.flatMap((joint) => {
      const at = one.search(new RegExp(`\\s+${joint}\\s+`, 'i'));
      if (at < 0) return [];
      const head = one.slice(0, at);
      const tail = one
        .slice(at)
        .trim()
        .replace(/^\S+\s+/, '');
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
    .split(
      /\s*[,;]\s*(?:and\s+)?(?:with\s+)?|\s+and\s+(?:with\s+)?(?:the\s+)?|\s+with\s+(?=\w+\s)/i,
    )
    .map((pair) => pair.trim().replace(/^(?:the|a|an|my|your)\s+/i, ''))
    .filter((pair) => pair !== '');
}

export const readChoose: ClauseReader = (clause) => {
  const match = /^(?:choose|select|pick|answer)\s+(?:the\s+)?(?:options?\s+|value\s+)?(.+)$/i.exec(
    clause,
  )?.[1];
  if (match === undefined) return undefined;
  return [
    {
      kind: 'set',
      readings: [
        ...readingsAt(match, ['from', 'in', 'as', 'for', 'under', 'on', 'of', 'to']),
        ...reversed(match),
        { value: match.replace(/\s+(?:option|radio button)$/i, '').trim() },
      ],
      how: 'choose',
      pressEnter: false,
    },
  ];
};

export const readUpload: ClauseReader = (clause) => {
  const match = /^(?:upload|attach)\s+(?:the\s+)?(?:file\s+)?(.+)$/i.exec(clause)?.[1];
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
