import { button } from './element.js';

/** How long it says that it was done, in ms. */
const SAID_MS = 1_500;

/** Puts a text on the clipboard, and says so. */
export function copyButton(label: string, text: () => string): HTMLButtonElement {
  const made = button(label, () => {
    navigator.clipboard.writeText(text()).then(
      () => say('Copied'),
      () => say('The browser does not let this page copy'),
    );
  });
  const say = (what: string) => {
    made.textContent = what;
    setTimeout(() => {
      made.textContent = label;
    }, SAID_MS);
  };
  return made;
}
