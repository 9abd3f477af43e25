import { parseNumber } from '../language/numbers.js';
import { type ClauseReader, piece, target } from './clause-reader.js';

const pathOrPiece = new RegExp(`^(?:${piece}|/\\S*)$`);

/** The address in "the page example.com/shop"; undefined for what is none. */
function urlIn(text: string): string | undefined {
  const bare = text.replace(/^(?:the )?(?:(?:url|address|page|site|website) )?/i, '');
  if (pathOrPiece.test(bare)) return bare;
  const host = /^([a-z0-9.-]+)(?::\d+)?(?:[/?#]\S*)?$/i.exec(bare)?.[1] ?? '';
  const isHost = /^(?:localhost|\d+\.\d+\.\d+\.\d+|(?:[a-z0-9-]+\.)+[a-z]{2,})$/i.test(host);
  return isHost ? bare : undefined;
}

export const readGoTo: ClauseReader = (clause) => {
  if (/^(?:go|navigate|click|press) back(?: to the previous page)?$/i.test(clause))
    return [{ kind: 'go-back' }];
  const match = /^(?:go|navigate|browse|head|visit|open|load) (?:to )?(.+)$/i.exec(clause);
  const url = urlIn(match?.[1]?.trim() ?? '');
  return url === undefined ? undefined : [{ kind: 'go-to-url', url }];
};

export const readWait: ClauseReader = (clause) => {
  const [lead = ''] =
    /^(?:wait|pause|sleep)(?: for)?(?: (?:about|around|another))? /i.exec(clause) ?? [];
  const timed =
    lead !== '' &&
    /^(a|an|half a|[\w.]{1,20}?) ?(milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|moment)\b/i.exec(
      clause.slice(lead.length),
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
  const until = /^wait (?:for|until|till) (\S.*)$/is.exec(clause)?.[1];
  if (until !== undefined) {
    const end =
      / (?:to )?(?:(?:is|are|be) )?(?:appears?|shows?(?: up)?|loads?|loaded|visible|shown|displayed|ready|finish(?:es|ed)?(?: loading)?|disappears?|gone|hidden|goes away|done)$/i.exec(
        until,
      );
    const what = until.slice(0, end?.index);
    const gone = /disappear|gone|hidden|goes away/i.test(end?.[0] ?? '');
    if (/^(?:the )?(?:page|site|everything|results? page)$/i.test(what) && !gone)
      return [{ kind: 'wait', seconds: 0 }];
    return [{ kind: 'wait-for', target: target(what), gone }];
  }
  return /^(?:wait|pause)(?: a (?:bit|moment|while))?$/i.test(clause)
    ? [{ kind: 'wait', seconds: 1 }]
    : undefined;
};

export const readScroll: ClauseReader = (clause) => {
  if (!/^scroll\b/i.test(clause)) return undefined;
  const end =
    /\b(?:to|at|till|until) (?:the )?(?:very )?(top|bottom|end|start|beginning)\b(?! of the (?!page))/i.exec(
      clause,
    )?.[1];
  if (end !== undefined) {
    return [
      { kind: 'scroll', direction: /top|start|beginning/i.test(end) ? 'up' : 'down', toEnd: true },
    ];
  }
  const to =
    /^scroll (?:(?:up|down|left|right) )?(?:the page )?(?:down )?(?:to|until|till) (?:you (?:see|find|reach) )?(\S.*)$/is
      .exec(clause)?.[1]
      ?.replace(/ (?:is|are|comes?) (?:visible|shown|into view|in view)$/i, '');
  if (to !== undefined && !/^(?:the )?(?:left|right)$/i.test(to))
    return [{ kind: 'scroll-to', target: target(to) }];
  const into = /^scroll (.+) into view$/i.exec(clause)?.[1];
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
    /^(?:open|follow|expand|collapse|(?:go|return|head) back to|go to|go into|go|navigate to|visit|view|close|dismiss) (?:on )?(.+)$/i.exec(
      clause,
    );
  if (match?.[1] === undefined) return undefined;
  // "Close the dialog" may be a button called so; the whole clause is tried as well.
  return /^(?:close|dismiss)/i.test(clause)
    ? [{ kind: 'do', text: clause }]
    : [{ kind: 'click', target: target(match[1]), button: 'left' }];
};
