import type { Element } from 'domhandler';
import { bringIntoView } from '../calls/bring-into-view.js';
import { click } from '../calls/calls.js';
import { isoDate, monthName, resolveYear } from '../language/calendar-day.js';
import { parseDate } from '../language/dates.js';
import { controlKind, isDisabled } from '../page/controls.js';
import { nameOf } from '../page/names.js';
import { ancestors, contains, type Page, roleOf } from '../page/page.js';
import { isTextLeaf, textOf } from '../page/text.js';
import type { GroundContext, Grounding } from './grounding.js';

const caption =
  /^(jan\w*|feb\w*|mar\w*|apr\w*|may|jun\w*|jul\w*|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\.?,?\s+(\d{4})$/i;
const maxTurns = 24;

/** Picks a day in an open calendar, turning months when it must; undefined when the value is no date or no calendar is open. */
export function groundCalendar(value: string, context: GroundContext): Grounding | undefined {
  const { page, now, state } = context;
  const parsed = parseDate(value, now);
  if (parsed === undefined) return undefined;
  const wanted = resolveYear(parsed, now);
  const captions = page.elements.filter((one) => isTextLeaf(one) && caption.test(textOf(one)));
  if (captions.length === 0) return undefined;
  for (const one of captions) {
    const [, month, year] = caption.exec(textOf(one)) ?? [];
    const shown = parseDate(`${month} 1, ${year}`, now);
    if (shown?.month !== wanted.month || shown.year !== wanted.year) continue;
    const day = dayCell(page, one, wanted.day, `${monthName(wanted)} ${wanted.day}`);
    if (day === undefined)
      return {
        kind: 'missing',
        message: `The calendar of ${textOf(one)} has no day ${wanted.day} to choose.`,
      };
    return press(day, context, true);
  }
  const first = caption.exec(textOf(captions[0] as Element));
  const shown = parseDate(`${first?.[1]} 1, ${first?.[2]}`, now);
  if (shown?.year === undefined) return undefined;
  const ahead = isoDate(wanted) > isoDate({ year: shown.year, month: shown.month, day: 31 });
  const turn = page.elements.find(
    (one) => controlKind(one) === 'button' && !isDisabled(one) && turns(nameOf(page, one), ahead),
  );
  if (turn === undefined)
    return {
      kind: 'missing',
      message: `The calendar shows ${textOf(captions[0] as Element)} and has no button to turn to ${monthName(wanted)} ${wanted.year}.`,
    };
  if (state.looks++ > maxTurns)
    return {
      kind: 'missing',
      message: `${maxTurns} turns of the calendar did not reach ${monthName(wanted)} ${wanted.year}.`,
    };
  return press(turn, context, false);
}

function turns(name: string, ahead: boolean): boolean {
  return ahead
    ? /\bnext\b|^[›»>→]+$/i.test(name) && !/year/i.test(name)
    : /\bprev(?:ious)?\b|^[‹«<←]+$/i.test(name) && !/year/i.test(name);
}

function dayCell(page: Page, heading: Element, day: number, long: string): Element | undefined {
  for (const up of ancestors(heading)) {
    const cells = page.elements.filter(
      (one) => contains(up, one) && isDay(page, one, day, long) && !isDisabled(one),
    );
    if (cells.length > 0) return cells.find((one) => controlKind(one) !== 'other') ?? cells[0];
  }
  return undefined;
}

function isDay(page: Page, element: Element, day: number, long: string): boolean {
  const pressable =
    controlKind(element) !== 'other' ||
    ['gridcell', 'cell'].includes(roleOf(element)) ||
    element.name === 'td' ||
    isTextLeaf(element);
  if (!pressable || element.name === 'option') return false;
  const name = nameOf(page, element);
  return textOf(element) === String(day)
    ? !/\b(?:of|previous|next) month\b/i.test(name)
    : name.includes(long) && !/\d/.test(name.charAt(name.indexOf(long) + long.length));
}

function press(element: Element, context: GroundContext, done: boolean): Grounding {
  const place = bringIntoView(context.page, element, context.state);
  if ('hopeless' in place)
    return {
      kind: 'missing',
      message: `The calendar's “${nameOf(context.page, element)}” cannot be pressed: ${place.hopeless}.`,
    };
  if ('scroll' in place) return { kind: 'act', calls: [place.scroll], done: false };
  return { kind: 'act', calls: [click(context.page, place.box)], done };
}
