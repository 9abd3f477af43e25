import { parseNumber } from '../language/numbers.js';
import type { Intent } from './intents.js';
import { readParams } from './params.js';
import { fieldName, readingsAt, splitPairs } from './parse-value.js';
import { answerVerb } from './verbs.js';

type Reader = (clause: string) => Intent[] | undefined;

const target = (text: string): string =>
  text
    .trim()
    .replace(/^(?:on|the|a|an|that says|labelled|labeled)\s+/i, '')
    .replace(/^(?:the|a|an)\s+/i, '');

const piece = '[\\ue000-\\uf8ff]';
const urlLike = new RegExp(
  `^(?:the\\s+)?(?:url|address|page|site|website)?\\s*(${piece}|(?:localhost|\\d+\\.\\d+\\.\\d+\\.\\d+|[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,})(?::\\d+)?(?:[/?#]\\S*)?|/\\S*)$`,
  'i',
);

const readGoTo: Reader = (clause) => {
  if (/^(?:go|navigate|click|press)\s+back(?:\s+to\s+the\s+previous\s+page)?$/i.test(clause))
    return [{ kind: 'go-back' }];
  const match = /^(?:go|navigate|browse|head|visit|open|load)\s+(?:to\s+)?(.+)$/i.exec(clause);
  const url = urlLike.exec(match?.[1]?.trim() ?? '')?.[1];
  return url === undefined ? undefined : [{ kind: 'go-to-url', url }];
};

const readWait: Reader = (clause) => {
  const timed =
    /^(?:wait|pause|sleep)(?:\s+for)?(?:\s+(?:about|around|another))?\s+(a|an|half a|[\w.]+)\s*(milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|moment)\b/i.exec(
      clause,
    );
  if (timed) {
    const word = timed[1]?.toLowerCase() ?? '';
    const amount = word === 'a' || word === 'an' ? 1 : word === 'half a' ? 0.5 : parseNumber(word);
    if (amount !== undefined) {
      const unit = timed[2]?.toLowerCase() ?? 's';
      const factor =
        unit.startsWith('mi') && !unit.startsWith('mil')
          ? 60
          : unit.startsWith('m') && unit !== 'moment'
            ? 0.001
            : 1;
      return [{ kind: 'wait', seconds: amount * factor }];
    }
  }
  const until =
    /^wait\s+(?:for|until|till)\s+(.+?)(?:\s+(?:to\s+)?(?:(?:is|are|be)\s+)?(appears?|shows?(?: up)?|loads?|loaded|visible|shown|displayed|ready|finish(?:es|ed)?(?: loading)?|disappears?|gone|hidden|goes away|done))?$/i.exec(
      clause,
    );
  if (until?.[1] !== undefined) {
    const gone = /disappear|gone|hidden|goes away/i.test(until[2] ?? '');
    if (/^(?:the\s+)?(?:page|site|everything|results? page)$/i.test(until[1]) && !gone)
      return [{ kind: 'wait', seconds: 0 }];
    return [{ kind: 'wait-for', target: target(until[1]), gone }];
  }
  return /^(?:wait|pause)(?: a (?:bit|moment|while))?$/i.test(clause)
    ? [{ kind: 'wait', seconds: 1 }]
    : undefined;
};

const readScroll: Reader = (clause) => {
  if (!/^scroll\b/i.test(clause)) return undefined;
  const end =
    /\b(?:to|at|till|until)\s+(?:the\s+)?(?:very\s+)?(top|bottom|end|start|beginning)\b(?!\s+of\s+the\s+(?!page))/i.exec(
      clause,
    )?.[1];
  if (end !== undefined) {
    return [
      { kind: 'scroll', direction: /top|start|beginning/i.test(end) ? 'up' : 'down', toEnd: true },
    ];
  }
  const to =
    /^scroll\s+(?:(?:up|down|left|right)\s+)?(?:the page\s+)?(?:(?:to|until|till)\s+(?:you\s+(?:see|find|reach)\s+)?|down to\s+)(.+?)(?:\s+(?:is|are|comes?)\s+(?:visible|shown|into view|in view))?$/i.exec(
      clause,
    )?.[1];
  if (to !== undefined && !/^(?:the\s+)?(?:left|right)$/i.test(to))
    return [{ kind: 'scroll-to', target: target(to) }];
  const into = /^scroll\s+(.+?)\s+into\s+view$/i.exec(clause)?.[1];
  if (into !== undefined) return [{ kind: 'scroll-to', target: target(into) }];
  const direction = /\b(up|down|left|right)\b/i.exec(clause)?.[1]?.toLowerCase();
  switch (direction) {
    case 'up':
    case 'left':
    case 'right':
      return [{ kind: 'scroll', direction, toEnd: false }];
    default:
      return [{ kind: 'scroll', direction: 'down', toEnd: false }];
  }
};

const readPress: Reader = (clause) => {
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

const readPointer: Reader = (clause) => {
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

const valueJoints = ['into', 'inside', 'in', 'to', 'as', 'for', 'on', 'at'];

const readType: Reader = (clause) => {
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

function withoutEnter(text: string): { text: string; pressEnter: boolean } {
  const rest = text.replace(
    /,?\s+(?:and|then)\s+(?:press|hit)\s+(?:the\s+)?(?:enter|return)(?:\s+key)?$/i,
    '',
  );
  return { text: rest, pressEnter: rest !== text };
}

const readFill: Reader = (clause) => {
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

const readChoose: Reader = (clause) => {
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

const readTick: Reader = (clause) => {
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

const readSearch: Reader = (clause) => {
  const match =
    /^(?:search|google|query|look)\s+(?:up\s+)?(?:(?:on\s+|in\s+|through\s+)?(?:the\s+)?(site|page|website|catalog(?:ue)?|shop|store)\s+)?(?:for\s+)?(.+)$/i.exec(
      clause,
    )?.[2];
  if (match === undefined || /^(?:at|like)\b/i.test(match)) return undefined;
  const { text, pressEnter } = withoutEnter(match);
  const { params } = readParams(text);
  const where = readingsAt(text, ['in', 'on', 'using', 'with'])[0];
  if (
    where?.field !== undefined &&
    /\bsearch\b|\b(?:bar|site|page|website|shop|store)$/i.test(where.field)
  )
    return [{ kind: 'search', query: where.value, where: where.field }];
  if (!pressEnter && params.length > 0) return [request(text)];
  return [{ kind: 'search', query: text.replace(/^(?:the|a|an)\s+/i, '') }];
};

function request(text: string): Intent {
  const { subject, params } = readParams(text);
  return { kind: 'request', text, subject, params };
}

const readRequest: Reader = (clause) => {
  const match =
    /^(?:find|look\s+for|book|reserve|show(?:\s+me)?|get(?:\s+me)?|order|view)\s+(.+)$/i.exec(
      clause,
    )?.[1];
  if (match === undefined || /^out\b/i.test(match)) return undefined;
  return [request(clause)];
};

const readSubmit: Reader = (clause) => {
  const match =
    /^(?:submit|send)(?:\s+(?:the\s+|this\s+|your\s+|my\s+)?(.*?)\s*(?:form|it)?)?$/i.exec(clause);
  if (!match)
    return /^(?:save|continue|confirm|proceed|apply|search)$/i.test(clause)
      ? [{ kind: 'submit', form: clause }]
      : undefined;
  const form = match[1]?.trim() ?? '';
  return [form === '' ? { kind: 'submit' } : { kind: 'submit', form }];
};

const readUpload: Reader = (clause) => {
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

const readOpen: Reader = (clause) => {
  const match =
    /^(?:open|follow|expand|collapse|(?:go|return|head) back to|go to|go into|go|navigate to|visit|view|close|dismiss)\s+(?:on\s+)?(.+)$/i.exec(
      clause,
    );
  if (match?.[1] === undefined) return undefined;
  // "Close the dialog" may be a button called so; the whole clause is tried as well.
  return /^(?:close|dismiss)/i.test(clause)
    ? [{ kind: 'do', text: clause }]
    : [{ kind: 'click', target: target(match[1]), button: 'left' }];
};

const readAnswer: Reader = (clause) =>
  answerVerb.test(clause) || /\?$/.test(clause)
    ? [{ kind: 'answer', question: clause }]
    : undefined;

const readers: readonly Reader[] = [
  readGoTo,
  readWait,
  readScroll,
  readPress,
  readPointer,
  readFill,
  readTick,
  readType,
  readChoose,
  readUpload,
  readSearch,
  readSubmit,
  readRequest,
  readOpen,
  readAnswer,
];

/** Reads one clause (masked). What no reader knows is `do`: something to press that is called so. */
export function parseClause(clause: string): Intent[] {
  for (const reader of readers) {
    const intents = reader(clause);
    if (intents !== undefined) return intents;
  }
  return [{ kind: 'do', text: clause }];
}
