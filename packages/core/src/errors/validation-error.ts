import { NovaActError } from './nova-act-error.js';

export interface InvalidField {
  /** The option, argument or member at fault, as the user wrote it: `screen.width`. */
  field: string;
  /** What was given. Leave out for a secret. */
  value?: unknown;
  /** What to do instead, as a sentence. */
  remedy: string;
}

/**
 * Thrown before any work is done, when an option, argument or environment variable is not usable.
 * Not thrown for what the service or the agent answers: those are `ActError`s.
 */
export class ValidationError extends NovaActError {
  override readonly name: string = 'ValidationError';
  override readonly code = 'VALIDATION_FAILED';
  /** The option or member that cannot be used, such as `screen.width`. */
  readonly field: string;
  /** What to do about it. */
  readonly remedy: string;

  constructor(problem: string, { field, value, remedy }: InvalidField, options?: ErrorOptions) {
    const shown = value === undefined ? '' : ` (got ${show(value)})`;
    super(`${field}: ${problem}${shown}. ${remedy}`, options);
    this.field = field;
    this.remedy = remedy;
  }
}

const SHOWN_LENGTH = 120;

function show(value: unknown): string {
  let text: string;
  try {
    text = typeof value === 'function' ? `function ${value.name}` : (JSON.stringify(value) ?? '');
  } catch {
    // Circular, or a BigInt: its plain text form is enough to recognise it.
    text = '';
  }
  text ||= String(value);
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}
