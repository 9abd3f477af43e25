/** One way to read "type X into Y" where the words allow several. */
export interface ValueForField {
  value: string;
  /** How the field was called; absent when none was named. */
  field?: string;
}

/** A preposition with what follows it: `from` → `Boston`. */
export interface Param {
  preposition: string;
  value: string;
}

/** Where the view goes. */
export type ScrollDirection = 'up' | 'down' | 'left' | 'right';

/** One thing that an instruction asks for. */
export type Intent =
  | { kind: 'click'; target: string; button: 'left' | 'left-double' | 'right' }
  | { kind: 'hover'; target: string }
  | { kind: 'set'; readings: ValueForField[]; how: 'type' | 'choose' | 'any'; pressEnter: boolean }
  | { kind: 'fill'; pairs: string[] }
  | { kind: 'search'; query: string; where?: string }
  | { kind: 'tick'; target: string; on: boolean }
  | { kind: 'press-enter' }
  | { kind: 'press-key'; key: string }
  | { kind: 'submit'; form?: string }
  | { kind: 'scroll'; direction: ScrollDirection; toEnd: boolean }
  | { kind: 'scroll-to'; target: string }
  | { kind: 'go-to-url'; url: string }
  | { kind: 'go-back' }
  | { kind: 'wait'; seconds: number }
  | { kind: 'wait-for'; target: string; gone: boolean }
  | { kind: 'request'; text: string; subject: string; params: Param[] }
  | { kind: 'do'; text: string }
  | { kind: 'answer'; question: string };

export interface PlannedIntent {
  intent: Intent;
  /** The words it was read from, for messages. */
  words: string;
  /** From "if …, …": done only when the page shows this. */
  condition?: string;
}
