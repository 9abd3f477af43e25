import { parseNumber } from '../language/numbers.js';
import { type ClauseReader, piece, target } from './clause-reader.js';

const urlLike = new RegExp(
  `^(?:the\\s+)?(?:url|address|page|site|website)?\\s*(${piece}|(?:localhost|\\d+\\.\\d+\\.\\d+\\.\\d+|[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,})(?::\\d+)?(?:[/?#]\\S*)?|/\\S*)$`,
  'i',
);

export const readGoTo: ClauseReader = (clause) => {
  if (/^(?:go|navigate|click|press)\s+back(?:\s+to\s+the\s+previous\s+page)?$/i.test(clause))
    return [{ kind: 'go-back' }];
  const match = /^(?:go|navigate|browse|head|visit|open|load)\s+(?:to\s+)?(.+)$/i.exec(clause);
  const url = urlLike.exec(match?.[1]?.trim() ?? '')?.[1];
  return url === undefined ? undefined : [{ kind: 'go-to-url', url }];
};

export const readWait: ClauseReader = (clause) => {
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

export const readScroll: ClauseReader = (clause) => {
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

export const readOpen: ClauseReader = (clause) => {
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
