import { inPage } from '../../frames/in-page.js';

export type SelectOutcome =
  | { chosen: string[] }
  | { unknown: string; options: string[] }
  | { disabledOption: string; options: string[] };

/**
 * Self-contained: runs in the page. Chooses options by label, value or the only label that begins
 * with the text, then tells the page as a user's choice would. A text can be read in several ways, as
 * one option or as some; the first that names options counts. In a list of several, one option is
 * chosen beside those that are; some, or an `exact` list, are the whole choice.
 */
export const chooseOptions = inPage(function chooseOptions(
  this: HTMLSelectElement,
  readings: string[][],
  exact: boolean,
): SelectOutcome {
  const MAX_OPTIONS = 300;
  const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
  const all = [...this.options];
  const labelOf = (option: HTMLOptionElement) => option.label.trim() || option.value;
  const usable = all.filter((option) => !option.matches(':disabled'));
  const options = usable.map(labelOf).slice(0, MAX_OPTIONS);
  const find = (among: HTMLOptionElement[], text: string): HTMLOptionElement | undefined => {
    const wanted = squeeze(text);
    const only = (found: HTMLOptionElement[]) => (found.length === 1 ? found[0] : undefined);
    return (
      among.find((option) => labelOf(option) === text.trim()) ??
      among.find((option) => option.value === text) ??
      among.find((option) => squeeze(labelOf(option)) === wanted) ??
      among.find((option) => squeeze(option.value) === wanted) ??
      (wanted === ''
        ? undefined
        : (only(among.filter((option) => squeeze(labelOf(option)).startsWith(wanted))) ??
          only(among.filter((option) => squeeze(labelOf(option)).includes(wanted)))))
    );
  };
  const found = readings.map((texts) => texts.map((text) => find(usable, text)));
  const reading = found.find((each) => each.every((option) => option !== undefined));
  if (!reading) {
    // The way in which most was understood says best what was not.
    const known = found.map((each) => each.filter((option) => option !== undefined).length);
    const best = known.indexOf(Math.max(...known));
    const missing = found[best]?.indexOf(undefined) ?? 0;
    const text = readings[best]?.[missing] ?? '';
    return find(all, text) ? { disabledOption: text, options } : { unknown: text, options };
  }
  const chosen = reading.flatMap((option) => option ?? []);
  this.focus({ preventScroll: true });
  const before = [...this.selectedOptions];
  if (this.multiple) {
    const isAdded = chosen.length === 1 && !exact;
    for (const option of all) {
      option.selected = chosen.includes(option) || (isAdded && option.selected);
    }
  } else {
    for (const option of chosen) option.selected = true;
  }
  const after = [...this.selectedOptions];
  const changed =
    before.length !== after.length || before.some((option, index) => option !== after[index]);
  if (changed) {
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }
  return { chosen: [...this.selectedOptions].map(labelOf) };
});
