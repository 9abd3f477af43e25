import { think } from '../calls/calls.js';
import { findChoice } from '../find/find-choice.js';
import { findTarget } from '../find/find-target.js';
import { pressElement, type SetIntent } from './fill-field.js';
import { groundCalendar } from './ground-calendar.js';
import type { GroundContext, Grounding } from './grounding.js';

/** A list or a calendar was opened in the step before: take the value from it. */
export function groundOpened(intent: SetIntent, context: GroundContext): Grounding {
  const { page, state } = context;
  const values = [...new Set(intent.readings.map((reading) => reading.value))];
  for (const value of values) {
    const calendar = groundCalendar(value, context);
    if (calendar !== undefined) return calendar;
    const choice = findChoice(page, value, undefined, state.excluded);
    if (choice !== undefined && choice.score >= 0.6)
      return pressElement(choice.element, context, true);
    const target = findTarget(page, value, state);
    if ('element' in target) return pressElement(target.element, context, false);
  }
  if (state.looks++ < 2)
    return { kind: 'act', calls: [think('The list is not there yet.')], done: false };
  return { kind: 'missing', message: `The list that opened has no “${values[0] ?? ''}”.` };
}
