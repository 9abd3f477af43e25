import type { JsonObject } from '../model.js';
import { isWhole, type Page } from '../page/page.js';

const states =
  /\b(?:un)?(?:ticked|checked|selected|chosen|enabled|disabled|filled|typed|entered|turned on|turned off|switched on|switched off)\b/i;
const kinds =
  /\b(?:links?|buttons?|images?|pictures?|headings?|tables?|paragraphs?|inputs?|fields?|labels?|options?|dropdowns?|check ?box(?:es)?|radios?|forms?)\b/i;
const ofThePage =
  /\b(?:page|document|window|tab)(?:'s|’s)? (?:title|heading)\b|\b(?:title|heading) of (?:the|this) (?:page|document|window|tab)\b/i;

/**
 * Why a question cannot be answered from a bare capture: what would be seen there is not all that the page has. An
 * answer that might be wrong is none.
 */
export function unseenIn(
  page: Page,
  question: string,
  schema: JsonObject | undefined,
): string | undefined {
  if (!page.bare) return undefined;
  if (!isWhole(page))
    return 'the capture of this client shows what is in view alone, and the page goes on beyond it';
  const asked = `${question} ${namesIn(schema)}`;
  if (states.test(asked)) return 'the capture of this client has no states of controls';
  if (kinds.test(asked)) return 'the capture of this client leaves out elements of the page';
  return ofThePage.test(asked) ? 'the capture of this client has no titles' : undefined;
}

/** Names as words: `isChecked` is `is Checked`. */
function namesIn(schema: JsonObject | undefined): string {
  return JSON.stringify(schema ?? {})
    .replace(/[^A-Za-z]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2');
}
