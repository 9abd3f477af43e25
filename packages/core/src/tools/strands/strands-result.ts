import { AgentRedirectError } from '../../errors/index.js';

interface ToolResult {
  readonly status?: unknown;
  readonly content?: unknown;
  readonly error?: unknown;
}

/**
 * What the agent gets of a result: its JSON when it is nothing else, else its texts; what is neither is
 * named in a word, since a step takes none of it.
 * @throws AgentRedirectError with the tool's own words when it says that it failed; what it threw when
 *   that is `Unusable`: nothing that the agent could do would help
 */
export function readStrandsResult(toolName: string, answer: unknown): unknown {
  const result: ToolResult = typeof answer === 'object' && answer !== null ? answer : {};
  const blocks = Array.isArray(result.content) ? (result.content as unknown[]) : [];
  if (result.status === 'error') {
    if (result.error instanceof Unusable) throw result.error;
    const why =
      blocks
        .map(textOf)
        .join('\n')
        .replace(/^Error: /, '') || 'It does not say why.';
    throw new AgentRedirectError(`The tool ${toolName} failed: ${why}`);
  }
  const [only] = blocks;
  if (blocks.length === 1 && isJson(only)) return unwrapped(only.json);
  return blocks.length === 0 ? null : blocks.map(textOf).join('\n');
}

/** A tool wants something of a Strands agent that there is not. */
export class Unusable extends Error {}

function isJson(block: unknown): block is { json: unknown } {
  return typeof block === 'object' && block !== null && 'json' in block;
}

/** A list is handed on in an object, since some models take nothing else. */
function unwrapped(json: unknown): unknown {
  if (typeof json !== 'object' || json === null) return json;
  const [name, ...others] = Object.keys(json);
  return name === '$value' && others.length === 0 ? (json as { $value: unknown }).$value : json;
}

/** A block of the library has its kind in `type`; one that is plain data has it in a name. */
function textOf(block: unknown): string {
  if (typeof block !== 'object' || block === null) return '[something unreadable]';
  if (isJson(block)) return JSON.stringify(unwrapped(block.json));
  if ('text' in block && typeof block.text === 'string') return block.text;
  const { type, format } = block as { type?: unknown; format?: unknown };
  const kind = typeof type === 'string' ? type.replace(/Block$/, '') : 'part';
  const how = typeof format === 'string' ? ` (${format})` : '';
  return `[content of the kind ${kind}${how} that is not shown here]`;
}
