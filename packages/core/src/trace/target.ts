import type { JsonValue } from '../wire/json.js';

/** Under these names an action says what it was done to. */
const SAID_AS = ['hit', 'field', 'of', 'over', 'chosen'] as const;

/** What an action says it was done to: `button "Search"`. */
export function targetOf(did: JsonValue | undefined): string | undefined {
  if (typeof did !== 'object' || did === null || Array.isArray(did)) return undefined;
  for (const name of SAID_AS) if (typeof did[name] === 'string') return did[name];
  return undefined;
}

/** The hand's words for people: `‘Search’` for `button "Search"`, `the button` for `button`. */
export function targetWords(target: string): string {
  const [kind = '', quoted] = partsOf(target);
  if (quoted !== undefined) return `‘${quoted}’`;
  return kind === 'html' || kind === 'body' ? 'the page' : `the ${kind}`;
}

/** The kind, and the name in quotation marks behind it, where it has one. */
function partsOf(target: string): [kind: string, name?: string] {
  const at = target.indexOf(' "');
  if (at < 0) return target.startsWith('"') ? ['', unquoted(target)] : [target];
  return [target.slice(0, at), unquoted(target.slice(at + 1))];
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.replace(/^"/, ''); // Cut, or followed by more: as it reads.
  }
}
