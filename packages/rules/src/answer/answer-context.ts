import type { PageRecord } from '../facts/record.js';
import type { JsonObject, JsonValue } from '../model.js';
import type { Page } from '../page/page.js';

/** What an answer is made from. */
export interface AnswerContext {
  page: Page;
  /** The clause that asks. */
  question: string;
  /** The whole instruction. */
  prompt: string;
  now: Date;
  /** The whole schema, for references inside of it. */
  root: JsonObject;
  /** The row or card that the piece in hand is about, once chosen. */
  record?: PageRecord;
}

/** Fills a schema from the page. `name` is what the piece is called; empty for the whole. */
export type Fill = (schema: JsonObject, name: string, context: AnswerContext) => Filled;

export type Filled = { value: JsonValue } | { missing: string };

export type FilledList = { value: JsonValue[] } | { missing: string };
