import type { JsonObject } from './local-model.js';

const marker = ', format output with jsonschema: ';

/** A task as clients send it, taken apart: the prompt, and the schema that a typed act appends to it. */
export function splitTask(task: string): { prompt: string; schema?: JsonObject } {
  // The last marker that JSON follows: a prompt may quote the words itself.
  for (let at = task.lastIndexOf(marker); at > 0; at = task.lastIndexOf(marker, at - 1)) {
    const schema = parseObject(task.slice(at + marker.length));
    if (schema) return { prompt: task.slice(0, at), schema };
  }
  return { prompt: task };
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as JsonObject)
      : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
