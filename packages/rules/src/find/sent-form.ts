import type { Element } from 'domhandler';
import { controlKind, formOf, isChecked, isDisabled, isField, options } from '../page/controls.js';
import { nameOf } from '../page/names.js';
import { attribute, descendants, type Page, roleOf } from '../page/page.js';
import { isTextLeaf, textOf } from '../page/text.js';
import { rankFields } from './find-field.js';
import { findSubmit } from './find-submit.js';
import { newIntentState } from './intent-state.js';

/** Fields whose value a client keeps to itself. */
const secret = /\b(?:current-password|new-password|one-time-code|cc-[\w-]+)\b/i;

/** What is kept of a form that was sent off, until the next look at the page. */
export interface SentForm {
  readonly url: string;
  /** What it is known again by: the names of its fields. */
  readonly fields: string;
  /** All that could be read. */
  readonly texts: ReadonlySet<string>;
  /** What a browser keeps back a form for, as it stood then, by the fields' names. */
  readonly wrong: ReadonlySet<string>;
}

/** The form that pressing it sends off: by its type, or as the button that the form has for that. */
export function formSentBy(page: Page, element: Element): Element | undefined {
  const form = formOf(element);
  if (form === undefined) return undefined;
  const type = attribute(element, 'type').toLowerCase();
  if (type === 'submit' || type === 'image') return form;
  // Without a type it sends its form, too; but those that open, switch or add something are often written so.
  const plain = element.name === 'button' && type === '';
  return plain && findSubmit(page, form) === element ? form : undefined;
}

/** @param typed names of the fields that the act has typed into: what they hold may be kept from the capture */
export function sentForm(page: Page, form: Element, typed: readonly string[]): SentForm {
  const own = typed.map((name) => rankFields(page, name, newIntentState())[0]?.element);
  const isHeld = (one: Element) => own.includes(one) && heldBy(one) === '';
  const wrong = fieldsIn(form).filter((one) => wrongWith(one, form) && !isHeld(one));
  return {
    url: page.url,
    fields: signature(page, form),
    texts: new Set(textsOf(page)),
    wrong: new Set(wrong.map((one) => nameOf(page, one))),
  };
}

/** Why a form that was sent off is still there: undefined where it is gone, or nothing shows that it was kept back. */
export function keptBack(page: Page, sent: SentForm): string | undefined {
  const form = page.elements.find(
    (one) =>
      (one.name === 'form' || ['form', 'search'].includes(roleOf(one))) &&
      signature(page, one) === sent.fields,
  );
  if (form === undefined) return undefined;
  // A page that says something new, and no complaint, has done something.
  const news = textsOf(page).filter((text) => !sent.texts.has(text));
  const complaint = news.find((text) => text.length <= 200 && complains.test(text));
  const stayed = page.url === sent.url && (news.length === 0 || complaint !== undefined);
  const reasons = fieldsIn(form).flatMap((one) => {
    const name = nameOf(page, one);
    const wrong = wrongWith(one, form);
    if (wrong !== undefined && stayed && sent.wrong.has(name)) return [`“${name}” ${wrong}`];
    return attribute(one, 'aria-invalid') === 'true' ? [`“${name}” is marked as not valid`] : [];
  });
  if (reasons.length === 0) return undefined;
  const said = complaint === undefined ? '' : ` The page says: ${complaint}`;
  return `The form is still there after it was sent off: ${[...new Set(reasons)].join('; ')}.${said}`;
}

const complains =
  /\b(?:required|missing|invalid|not valid|must|please|fill|complete|empty|blank|errors?)\b/i;

const textsOf = (page: Page) =>
  page.elements.filter((one) => isTextLeaf(one)).map((one) => textOf(one));

function fieldsIn(form: Element): Element[] {
  return descendants(form).filter(
    (one) => isField(one) || ['checkbox', 'radio'].includes(controlKind(one)),
  );
}

function signature(page: Page, form: Element): string {
  return fieldsIn(form)
    .map((one) => `${one.name} ${nameOf(page, one)}`)
    .join('\n');
}

/** What a browser would say of the field, as far as a capture shows it. */
function wrongWith(field: Element, form: Element): string | undefined {
  if (isDisabled(field) || field.attribs['readonly'] !== undefined) return undefined;
  const required =
    field.attribs['required'] !== undefined || attribute(field, 'aria-required') === 'true';
  const type = attribute(field, 'type').toLowerCase();
  switch (controlKind(field)) {
    case 'checkbox':
      return required && !isChecked(field) ? 'is required and not ticked' : undefined;
    case 'radio':
      return required && !isAnswered(field, form) ? 'is required and not chosen' : undefined;
    case 'file':
      return undefined; // Its value is shown by no capture.
    default:
      break;
  }
  if (type === 'password' || secret.test(attribute(field, 'autocomplete'))) return undefined; // Likewise.
  const value = heldBy(field);
  if (value === '') return required ? 'is required and empty' : undefined;
  if (type === 'email' && !value.includes('@')) return 'is no e-mail address';
  return type === 'number' ? outOfRange(field, value) : undefined;
}

function isAnswered(radio: Element, form: Element): boolean {
  const group = attribute(radio, 'name');
  return fieldsIn(form).some(
    (one) => controlKind(one) === 'radio' && attribute(one, 'name') === group && isChecked(one),
  );
}

function outOfRange(field: Element, text: string): string | undefined {
  const bound = (name: string) => field.attribs[name] || undefined;
  const [min, max, value] = [bound('min'), bound('max'), Number(text)];
  if (min !== undefined && value < Number(min)) return `is less than ${min}`;
  return max !== undefined && value > Number(max) ? `is more than ${max}` : undefined;
}

function heldBy(field: Element): string {
  if (field.name !== 'select') return attribute(field, 'value') || textOf(field);
  const chosen = options(field).find((one) => one.attribs['selected'] !== undefined);
  if (chosen === undefined) return attribute(field, 'value');
  return chosen.attribs['value'] ?? textOf(chosen);
}
