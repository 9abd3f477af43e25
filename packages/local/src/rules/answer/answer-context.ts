import type { JsonObject, JsonValue } from '../../model/local-model.js';
import type { Page } from '../page/page.js';
import type { PageRecord } from '../page/record.js';

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

export type Filled = { value: JsonValue } | { missing: string };
