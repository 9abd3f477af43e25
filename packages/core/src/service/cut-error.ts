/** Of the service model: `ActErrorMessageString` and `ActErrorTypeString`. */
const MAX_MESSAGE = 10_000;
const MAX_TYPE = 100;

/** An act's error as the service takes it: not empty, not too long, not cut through a character. */
export function cutError({ message, type }: { message: string; type?: string | undefined }) {
  return {
    message: cut(message, MAX_MESSAGE) || 'no message',
    ...(type ? { type: cut(type, MAX_TYPE) } : {}),
  };
}

function cut(text: string, length: number): string {
  const kept = text.slice(0, length);
  return kept.length < text.length ? kept.replace(/[\uD800-\uDBFF]$/, '') : kept;
}
