import { bringIntoView } from '../calls/bring-into-view.js';
import { type } from '../calls/calls.js';
import { fieldsOf, rankFields, uniqueName } from '../find/find-field.js';
import { findTarget } from '../find/find-target.js';
import { isExcluded, markOf } from '../find/intent-state.js';
import { formOf, isSearchField } from '../page/controls.js';
import type { GroundContext, Grounding } from './grounding.js';
import { point } from './point.js';

/** Types into the page's search field and presses Enter. A search that hides behind a button is opened first. */
export function groundSearch(
  query: string,
  where: string | undefined,
  context: GroundContext,
): Grounding {
  const { page, state } = context;
  const named = where === undefined ? undefined : rankFields(page, where, state)[0];
  const fields = fieldsOf(page).filter((one) => !isExcluded(page, one, state));
  const field =
    (named !== undefined && named.score > 0.7 ? named.element : undefined) ??
    fields.find((one) => isSearchField(one));
  if (field === undefined) {
    const opener = findTarget(page, 'search button', state);
    if ('element' in opener && !state.opened) {
      state.opened = true;
      const pressed = point(opener.element, opener.name, context, 'left');
      return pressed.kind === 'act' ? { kind: 'act', calls: pressed.calls, done: false } : pressed;
    }
    return {
      kind: 'missing',
      message: `There is no search field on the page to look for “${query}” in.`,
    };
  }
  const place = bringIntoView(page, field, state);
  if ('hopeless' in place)
    return { kind: 'missing', message: `The search field cannot be used: ${place.hopeless}.` };
  if ('scroll' in place) return { kind: 'act', calls: [place.scroll], done: false };
  state.tried = markOf(page, field);
  return {
    kind: 'act',
    calls: [type(page, place.box, query, true)],
    done: true,
    field: { name: uniqueName(page, field), value: query, suggests: false },
    sends: formOf(field),
  };
}
