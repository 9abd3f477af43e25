import type { JsonObject } from '../model/local-model.js';

/** The parts of the chat completions API that are used here. */
export interface ChatTool {
  type: 'function';
  function: { name: string; description: string; parameters: JsonObject };
}

export interface ChatToolCall {
  id: string;
  type: 'function';
  function: { name: string; arguments: string };
}

export type ChatPart =
  | { type: 'text'; text: string }
  | { type: 'image_url'; image_url: { url: string } };

export type ChatMessage =
  | { role: 'system'; content: string }
  | { role: 'user'; content: string | ChatPart[] }
  | { role: 'assistant'; content: string | null; tool_calls?: ChatToolCall[] }
  | { role: 'tool'; tool_call_id: string; content: string };

/** What the model answered, as far as it could be read. */
export interface ChatReply {
  content: string;
  /** Arguments are JSON text, or, as some servers give them, the object itself. */
  toolCalls: { name: string; arguments: unknown }[];
  refusal?: string;
  finishReason?: string;
}
