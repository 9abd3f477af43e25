import { AgentRedirectError } from '../../../errors/index.js';
import { callOn, type RemoteRef } from '../../frames/evaluate.js';
import { inPage } from '../../frames/in-page.js';
import type { Hand } from '../hand.js';
import { normaliseDate } from './date-text.js';
import type { FieldFacts } from './field-in-page.js';
import type { Said } from './verify.js';

/** Date, time, colour and range inputs have no text to type: their value is set whole. */
export async function setValue(
  { signal }: Hand,
  field: RemoteRef,
  facts: FieldFacts,
  text: string,
): Promise<Said> {
  const value = wantedValue(facts, text);
  signal.throwIfAborted();
  const held = await callOn(field, assignValue, value);
  if (held === value || (facts.kind === 'range' && held !== '')) {
    return { field: facts.what, ...(facts.secret ? {} : { holds: held }) };
  }
  throw new AgentRedirectError(
    facts.secret
      ? `The ${facts.what} did not take the text.`
      : `The ${facts.what} did not take ${JSON.stringify(text)}; it holds ${JSON.stringify(held)}.`,
  );
}

function wantedValue({ kind, type, what, min, max }: FieldFacts, text: string): string {
  const trimmed = text.trim();
  if (trimmed === '' && kind === 'date') return '';
  if (kind === 'color') {
    const hex = /^#?([0-9a-f]{6})$/i.exec(trimmed)?.[1];
    if (hex) return `#${hex.toLowerCase()}`;
    throw new AgentRedirectError(`The ${what} takes a colour as #RRGGBB, such as #1a2b3c.`);
  }
  if (kind === 'range') {
    const low = Number(min || 0);
    const high = Number(max || 100);
    const wanted = trimmed === '' ? Number.NaN : Number(trimmed);
    if (wanted >= low && wanted <= high) return String(wanted);
    throw new AgentRedirectError(`The ${what} takes a number from ${low} to ${high}.`);
  }
  const date = normaliseDate(type, trimmed);
  if (date !== undefined) return date;
  const example: Record<string, string> = {
    date: '2026-02-22',
    time: '14:30',
    month: '2026-02',
    week: '2026-W08',
    'datetime-local': '2026-02-22T14:30',
  };
  throw new AgentRedirectError(`The ${what} takes a value such as ${example[type]}.`);
}

/** Self-contained: runs in the page, where it bypasses what the page put over `value`. */
const assignValue = inPage(function assignValue(this: HTMLInputElement, value: string): string {
  this.focus({ preventScroll: true });
  const before = this.value;
  this.value = value;
  // The browser mends what a date or colour may not be to the empty or default value.
  const held = this.value;
  if (held !== value && this.type !== 'range') {
    this.value = before;
    return held;
  }
  if (held !== before) {
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }
  return this.value;
});
