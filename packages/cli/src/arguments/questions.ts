export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

/** Asks the person at the terminal. One who leaves (Esc, Ctrl-C) has canceled the command: `LeftError`. */
export interface Questions {
  confirm(message: string): Promise<boolean>;
  choose<T extends string>(message: string, choices: readonly Choice<T>[]): Promise<T>;
}

/** The person who was asked has left. It is an abort, as Ctrl-C is anywhere else. */
export class LeftError extends Error {
  override readonly name = 'AbortError';
}
