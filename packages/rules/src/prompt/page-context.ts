/**
 * The line that the command of the Python SDK (`act browser`) puts before a prompt: where the page is, and how far it
 * is scrolled. The observation says the same, and it asks for nothing.
 */
const envelope = /^\s*\[Page context\][^\n]*\n/;

export function withoutPageContext(prompt: string): string {
  return prompt.replace(envelope, '');
}
