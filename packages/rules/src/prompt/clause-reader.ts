import type { Intent } from './intents.js';

/** Reads a clause (masked) into what it asks for; undefined when it is of another kind. */
export type ClauseReader = (clause: string) => Intent[] | undefined;

/** What to point at, without the words that only lead up to it. */
export const target = (text: string): string =>
  text
    .trim()
    .replace(/^(?:on|the|a|an|that says|labelled|labeled) /i, '')
    .replace(/^(?:the|a|an) /i, '');

/** One masked piece: a quote, an address or a date. */
export const piece = '[\\ue000-\\uf8ff]';
