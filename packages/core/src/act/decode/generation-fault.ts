/**
 * What is wrong with one member of a call. Thrown while decoding and turned, with the whole program
 * at hand, into `ActInvalidModelGenerationError`.
 */
export class GenerationFault extends Error {
  constructor(field: string, problem: string, value?: unknown) {
    super(`${field}: ${problem}${value === undefined ? '' : ` (got ${shown(value)})`}`);
  }
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
