/**
 * What the command of the Python SDK (`act browser`) puts around a prompt: a line that says where the page is, which the
 * observation says as well; what an answer may be looked for with; and its own words for a click and for typing.
 */
const pageContext = /^\s*\[Page context\][^\n]*\n/;
const question = /^Answer the following question\b[^\n]{0,400}?\bQuestion: /;
const element = /\bthe following (?:element|link|button|tab|option|item): /gi;
const typing = /^Type the following text into ([^:\n"]{1,200}): ([^\n"]{1,4000})$/;

/** The prompt itself. */
export function withoutEnvelopes(prompt: string): string {
  return prompt
    .replace(pageContext, '')
    .replace(question, '')
    .replace(element, '')
    .replace(typing, 'Type "$2" into $1');
}
