import { bringIntoView } from '../calls/bring-into-view.js';
import { think, type } from '../calls/calls.js';
import { fieldsOf, rankFields } from '../find/find-field.js';
import { findTarget } from '../find/find-target.js';
import { newIntentState } from '../find/intent-state.js';
import { coverage } from '../language/similarity.js';
import { contentWords, words } from '../language/words.js';
import { controlKind, formOf } from '../page/controls.js';
import { parseUrl } from '../page/parse-url.js';
import { textOf } from '../page/text.js';
import type { PlannedIntent } from '../prompt/intents.js';
import { groundClick, groundHover } from './ground-click.js';
import { groundDo } from './ground-do.js';
import { groundFill } from './ground-fill.js';
import { groundDoOrRequest, groundRequest } from './ground-request.js';
import { groundScroll, groundScrollTo } from './ground-scroll.js';
import { groundSearch } from './ground-search.js';
import { groundSet } from './ground-set.js';
import { groundSubmit } from './ground-submit.js';
import { groundTick } from './ground-tick.js';
import type { GroundContext, Grounding } from './grounding.js';

const maxWaits = 15;

/** How the next thing asked for meets the page as it is now. */
export function ground(planned: PlannedIntent, context: GroundContext): Grounding {
  const { intent, condition } = planned;
  if (condition !== undefined && context.state.tried === undefined && !holds(condition, context))
    return { kind: 'done' };
  const grounding = groundPlain(planned, context);
  // "If a banner appears, accept it": it did not appear in a way we can act on.
  if (
    condition !== undefined &&
    grounding.kind === 'missing' &&
    intent.kind === 'tick' &&
    /^(?:it|them|that)$/i.test(intent.target)
  ) {
    return groundDo(`accept ${condition}`, context);
  }
  return grounding;
}

function groundPlain(planned: PlannedIntent, context: GroundContext): Grounding {
  const { intent } = planned;
  switch (intent.kind) {
    case 'click':
      return groundClick(intent, context);
    case 'hover':
      return groundHover(intent, context);
    case 'set':
      return groundSet(intent, context);
    case 'fill':
      return groundFill(intent.pairs, context);
    case 'search':
      return groundSearch(intent.query, intent.where, context);
    case 'tick':
      return groundTick(intent, context);
    case 'press-enter':
      return groundEnter(context);
    case 'press-key': {
      const button = findTarget(context.page, intent.key, newIntentState());
      if ('element' in button && controlKind(button.element) === 'button')
        return groundClick({ kind: 'click', target: intent.key, button: 'left' }, context);
      return {
        kind: 'missing',
        message: `The service has no call for the key “${intent.key}”; Enter, pressed after typing, is the only one.`,
      };
    }
    case 'submit':
      return groundSubmit(intent.form, context);
    case 'scroll':
      return groundScroll(intent, context);
    case 'scroll-to':
      return groundScrollTo(intent, context);
    case 'go-to-url': {
      // "Open README.md" looks like an address and is a link here.
      const link = findTarget(context.page, intent.url, context.state);
      if ('element' in link && link.score >= 0.99 && !/^https?:/i.test(intent.url))
        return groundClick({ kind: 'click', target: intent.url, button: 'left' }, context);
      return {
        kind: 'act',
        calls: [{ name: 'goToUrl', input: [absoluteUrl(intent.url, context.page.url)] }],
        done: true,
      };
    }
    case 'go-back': {
      const before = context.visited.at(-2);
      return before === undefined
        ? {
            kind: 'missing',
            message: 'There is no page to go back to: the act has seen only this one.',
          }
        : { kind: 'act', calls: [{ name: 'goToUrl', input: [before] }], done: true };
    }
    case 'wait':
      return { kind: 'act', calls: [{ name: 'wait', input: [intent.seconds] }], done: true };
    case 'wait-for': {
      const there =
        holds(intent.target, context) ||
        'element' in findTarget(context.page, intent.target, context.state);
      if (there !== intent.gone) return { kind: 'done' };
      if (context.state.looks++ < maxWaits)
        return { kind: 'act', calls: [{ name: 'wait', input: [1] }], done: false };
      return {
        kind: 'missing',
        message: `“${intent.target}” did not ${intent.gone ? 'go away' : 'appear'} in ${maxWaits} seconds.`,
      };
    }
    case 'request':
      return groundRequest(intent, context);
    case 'do':
      return groundDoOrRequest(intent.text, context);
    case 'answer':
      return { kind: 'ask', question: intent.question };
  }
}

/** Enter goes with typing: the value last typed is typed again with it. */
function groundEnter(context: GroundContext): Grounding {
  const { page, state, lastField } = context;
  const named =
    lastField === undefined ? undefined : rankFields(page, lastField.name, state)[0]?.element;
  const texts = fieldsOf(page).filter((one) => controlKind(one) === 'text');
  const field = named ?? (texts.length === 1 ? texts[0] : undefined);
  if (field === undefined)
    return {
      kind: 'missing',
      message: 'Enter can only be pressed in a field; say which one to type into first.',
    };
  const place = bringIntoView(page, field, state);
  if ('hopeless' in place)
    return { kind: 'missing', message: `Enter cannot be pressed: ${place.hopeless}.` };
  if ('scroll' in place) return { kind: 'act', calls: [place.scroll], done: false };
  const sends = formOf(field);
  const value = lastField?.value || field.attribs['value'] || textOf(field);
  if (value === '')
    return {
      kind: 'act',
      calls: [think('The field is empty.'), type(page, place.box, '', true)],
      done: true,
      sends,
    };
  return { kind: 'act', calls: [type(page, place.box, value, true)], done: true, sends };
}

function absoluteUrl(url: string, base: string): string {
  if (!url.startsWith('/')) return url;
  return parseUrl(url, base)?.href ?? url;
}

/** Whether the page shows the words: all that carry meaning. */
function holds(text: string, context: GroundContext): boolean {
  const wanted = contentWords(
    text.replace(/\b(?:pop-?up|banner|dialog|modal|message|appears?|visible|shown)\b/gi, ' '),
  );
  return (
    coverage(
      wanted,
      words(
        `${textOf(context.page.body)} ${fieldsOf(context.page)
          .map((one) => one.attribs['aria-label'] ?? '')
          .join(' ')}`,
      ),
    ) > 0.9
  );
}
