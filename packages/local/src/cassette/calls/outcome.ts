/** `ok`, or the name of the error that a call's result begins with. */
export function outcomeOf(text: string): string {
  return /^([A-Z][A-Za-z]*Error)\b/.exec(text)?.[1] ?? 'ok';
}
