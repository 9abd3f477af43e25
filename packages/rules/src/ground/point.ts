import type { Element } from 'domhandler';
import { bringIntoView } from '../calls/bring-into-view.js';
import { click, hover } from '../calls/calls.js';
import { uniqueName } from '../find/find-field.js';
import { markOf } from '../find/intent-state.js';
import { formSentBy } from '../find/sent-form.js';
import { isField } from '../page/controls.js';
import { ancestors, type Page } from '../page/page.js';
import { type GroundContext, type Grounding, quoteList } from './grounding.js';

/** Clicks or hovers over an element, or first scrolls towards it. */
export function point(
  element: Element,
  name: string,
  context: GroundContext,
  how: 'left' | 'left-double' | 'right' | 'hover',
): Grounding {
  const { page, state } = context;
  const place = bringIntoView(page, element, state);
  if ('hopeless' in place)
    return {
      kind: 'missing',
      message: `“${name}” is on the page but cannot be pointed at: ${place.hopeless}.`,
    };
  if ('scroll' in place) return { kind: 'act', calls: [place.scroll], done: false };
  state.tried = markOf(page, element);
  const call = how === 'hover' ? hover(page, place.box) : click(page, place.box, how);
  const field = fieldBehind(page, element);
  return {
    kind: 'act',
    calls: [call],
    done: true,
    ...(how === 'left' ? { sends: formSentBy(page, element) } : {}),
    ...(field === undefined || how !== 'left'
      ? {}
      : { field: { name: uniqueName(page, field), value: '', suggests: false } }),
  };
}

/** The field that a click puts the cursor into, if any. */
function fieldBehind(page: Page, element: Element): Element | undefined {
  if (isField(element)) return element;
  const label =
    element.name === 'label'
      ? element
      : [...ancestors(element)].find((one) => one.name === 'label');
  const target = page.byId.get(label?.attribs['for'] ?? '');
  return target !== undefined && isField(target) ? target : undefined;
}

export function missingTarget(
  target: string,
  near: readonly string[],
  context: GroundContext,
): Grounding {
  const refused = context.state.redirects.at(-1);
  const nearest = near.length > 0 ? `; what there is, nearest first: ${quoteList(near)}` : '';
  const why = refused === undefined ? '' : ` The browser said: ${refused}`;
  return {
    kind: 'missing',
    message: `There is nothing called “${target}” on the page${nearest}.${why}`,
  };
}
