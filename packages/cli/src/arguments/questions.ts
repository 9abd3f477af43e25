export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

/** Asks the person at the terminal. Each gives undefined when the person leaves (Esc, Ctrl-C). */
export interface Questions {
  confirm(message: string): Promise<boolean | undefined>;
  choose<T extends string>(message: string, choices: readonly Choice<T>[]): Promise<T | undefined>;
}
