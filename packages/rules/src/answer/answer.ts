import type { JsonObject } from '../model.js';
import type { Page } from '../page/page.js';
import { answerText } from './answer-text.js';
import { unseenIn } from './bare-page.js';
import { fillSchema } from './fill-schema.js';

export interface AnswerRequest {
  page: Page;
  question: string;
  prompt: string;
  schema: JsonObject | undefined;
  now: Date;
}

/** The answer as the service returns it: JSON when a schema was given, else plain text. */
export function answer(request: AnswerRequest): { value: string } | { missing: string } {
  const unseen = unseenIn(request.page, request.question, request.schema);
  if (unseen !== undefined) return { missing: `Cannot answer from this page: ${unseen}.` };
  const context = {
    page: request.page,
    question: request.question,
    prompt: request.prompt,
    now: request.now,
    root: request.schema ?? {},
  };
  const filled =
    request.schema === undefined ? answerText(context) : fillSchema(request.schema, '', context);
  if ('missing' in filled) return { missing: `Cannot answer from this page: ${filled.missing}.` };
  return {
    value:
      request.schema === undefined && typeof filled.value === 'string'
        ? filled.value
        : JSON.stringify(filled.value),
  };
}
