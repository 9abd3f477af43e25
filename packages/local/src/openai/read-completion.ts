import { isRecord } from '../contract/validate.js';
import type { ChatReply } from './chat-types.js';
import { OpenAiModelError } from './openai-model-error.js';

/** The first choice of a chat completion. Throws an OpenAiModelError when the answer has none. */
export function readCompletion(answer: unknown): ChatReply {
  const choices = isRecord(answer) ? answer['choices'] : undefined;
  const choice: unknown = Array.isArray(choices) ? choices[0] : undefined;
  const message = isRecord(choice) ? choice['message'] : undefined;
  if (!isRecord(choice) || !isRecord(message))
    throw new OpenAiModelError(
      'The endpoint answered without choices[0].message: is it a chat completions endpoint?',
    );
  const { content, refusal, tool_calls: toolCalls } = message;
  const finishReason = choice['finish_reason'];
  return {
    content: textOf(content),
    toolCalls: (Array.isArray(toolCalls) ? toolCalls : []).flatMap(readCall),
    ...(typeof refusal === 'string' && refusal !== '' ? { refusal } : {}),
    ...(typeof finishReason === 'string' ? { finishReason } : {}),
  };
}

function readCall(call: unknown): ChatReply['toolCalls'] {
  const named = isRecord(call) ? call['function'] : undefined;
  if (!isRecord(named)) return [];
  return [{ name: String(named['name'] ?? ''), arguments: named['arguments'] }];
}

/** A text, or the texts of several parts. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .map((part: unknown) =>
      isRecord(part) && typeof part['text'] === 'string' ? part['text'] : '',
    )
    .join('');
}
