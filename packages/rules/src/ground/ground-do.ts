import { matchOption } from '../find/choose-option.js';
import { findEntryControl } from '../find/find-entry.js';
import { rankFields } from '../find/find-field.js';
import { findSubmit } from '../find/find-submit.js';
import { findTarget } from '../find/find-target.js';
import { nameSimilarity } from '../language/similarity.js';
import { controlKind, formOf } from '../page/controls.js';
import { nameOf } from '../page/names.js';
import type { PlannedIntent } from '../prompt/intents.js';
import { readingsAt } from '../prompt/parse-value.js';
import type { GroundContext, Grounding } from './grounding.js';
import { missingTarget, point } from './point.js';
import { waysToSay } from './ways-to-say.js';

/** Presses what is called like the words, whatever the verb: "Add to cart", "Log in". */
export function groundDo(text: string, context: GroundContext): Grounding {
  const { page, state } = context;
  const choice = labelledChoice(text, context);
  if (choice !== undefined) return choice;
  for (const target of waysToSay(text)) {
    const found = findTarget(page, target, state);
    if ('element' in found && (controlKind(found.element) !== 'other' || found.score > 0.8)) {
      return point(found.element, found.name, context, 'left');
    }
  }
  const entry = findEntryControl(page, text, context.now);
  if (entry !== undefined) return point(entry.element, entry.name, context, 'left');
  const value = readingsAt(text, ['to']).find(
    (one) =>
      (rankFields(page, one.field ?? '', state)[0]?.score ?? 0) >= 0.9 ||
      (rankFields(page, one.value, state)[0]?.score ?? 0) >= 0.9,
  );
  if (value?.field !== undefined) {
    // "Seek to 120": a field that is called like the verb.
    return {
      kind: 'expand',
      intents: [
        {
          intent: {
            kind: 'set',
            readings: [{ value: value.field, field: value.value }],
            how: 'any',
            pressEnter: false,
          },
          words: text,
        },
      ],
    };
  }
  const near = findTarget(page, text, state);
  return missingTarget(text, 'near' in near ? near.near : [], context);
}

/** "Sort by price" where "Sort by" is a dropdown with the option "Price"; its form is sent off if it has a button for that. */
function labelledChoice(text: string, { page }: GroundContext): Grounding | undefined {
  const words = text.split(/\s+/);
  for (const select of page.elements.filter((one) => one.name === 'select')) {
    const name = nameOf(page, select);
    for (let at = words.length - 1; at > 0; at--) {
      const label = words.slice(0, at).join(' ');
      const value = words.slice(at).join(' ');
      if (nameSimilarity(label, name) < 0.8 || matchOption(select, value) === undefined) continue;
      const form = formOf(select);
      const button = form === undefined ? undefined : findSubmit(page, form);
      const sends =
        button !== undefined && nameSimilarity(words[0] ?? '', nameOf(page, button)) > 0.6;
      const set: PlannedIntent = {
        intent: {
          kind: 'set',
          readings: [{ value, field: name }],
          how: 'choose',
          pressEnter: false,
        },
        words: text,
      };
      return {
        kind: 'expand',
        intents: sends
          ? [
              set,
              {
                intent: { kind: 'click', target: nameOf(page, button), button: 'left' },
                words: text,
              },
            ]
          : [set],
      };
    }
  }
  return undefined;
}
