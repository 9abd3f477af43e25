/** An error as plain data: what `toJSON()` gives, and what crosses a thread or a log line. */
export interface ErrorJson {
  name: string;
  code?: string;
  message: string;
  cause?: ErrorJson | string;
  suppressed?: (ErrorJson | string)[];
  [field: string]: unknown;
}

/**
 * The root of every error this library throws on purpose. `code` is stable across versions and
 * survives minification and thread boundaries, where `instanceof` may not.
 */
export class NovaActError extends Error {
  override readonly name: string = 'NovaActError';
  /** Stable identifier, such as `ACT_TIMEOUT`. */
  readonly code: string = 'NOVA_ACT';
  /** Failures that came after this one and did not replace it (a failed clean-up, say). */
  declare suppressed?: unknown[];

  /** The error and its causes as plain data, without stacks. Every field shown is free of secrets. */
  toJSON(): ErrorJson {
    const { name, code, message, cause, suppressed, ...fields } = this as unknown as ErrorJson &
      Record<string, unknown>;
    return {
      ...fields,
      name,
      ...(code === undefined ? {} : { code }),
      message: this.message ?? message,
      ...(this.cause === undefined ? {} : { cause: describe(this.cause) }),
      ...(this.suppressed === undefined ? {} : { suppressed: this.suppressed.map(describe) }),
    };
  }
}

function describe(thrown: unknown): ErrorJson | string {
  if (thrown instanceof NovaActError) return thrown.toJSON();
  if (thrown instanceof Error) {
    const code = (thrown as { code?: unknown }).code;
    return {
      name: thrown.name,
      ...(typeof code === 'string' ? { code } : {}),
      message: thrown.message,
      ...(thrown.cause === undefined ? {} : { cause: describe(thrown.cause) }),
    };
  }
  return String(thrown);
}
