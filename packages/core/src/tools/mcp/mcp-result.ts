import { AgentRedirectError } from '../../errors/index.js';

interface CallToolResult {
  readonly isError?: unknown;
  readonly structuredContent?: unknown;
  readonly content?: unknown;
  /** Of servers older than the specification of 2024-11-05. */
  readonly toolResult?: unknown;
}

/**
 * What the agent gets of a result: its structured content, else its texts; what is no text is named in a
 * word, since a step takes none of it.
 * @throws AgentRedirectError with the server's own words when it says that the call failed
 */
export function readMcpResult(toolName: string, answer: unknown): unknown {
  const result: CallToolResult = typeof answer === 'object' && answer !== null ? answer : {};
  const parts = Array.isArray(result.content) ? result.content : [];
  if (result.isError === true) {
    const why = parts.map(textOf).join('\n') || 'It does not say why.';
    throw new AgentRedirectError(`The tool ${toolName} failed: ${why}`);
  }
  if (result.structuredContent !== undefined && result.structuredContent !== null) {
    return result.structuredContent;
  }
  if (parts.length === 0) return result.toolResult ?? null;
  return parts.map(textOf).join('\n');
}

function textOf(part: unknown): string {
  if (typeof part !== 'object' || part === null) return '[something unreadable]';
  const { type, text, mimeType, resource, uri, name } = part as Record<string, unknown>;
  const kind = typeof mimeType === 'string' ? ` (${mimeType})` : '';
  switch (type) {
    case 'text':
      return typeof text === 'string' ? text : '';
    case 'image':
    case 'audio':
      return `[${type === 'image' ? 'an image' : 'a recording'}${kind} that is not shown here]`;
    case 'resource':
      return textOfResource(resource);
    case 'resource_link':
      return `[${[name, uri].filter((word) => typeof word === 'string').join(': ')}${kind}]`;
    default:
      return `[content of the kind ${String(type)} that is not shown here]`;
  }
}

function textOfResource(resource: unknown): string {
  if (typeof resource !== 'object' || resource === null) return '[a resource without content]';
  const { text, uri, mimeType } = resource as Record<string, unknown>;
  if (typeof text === 'string') return text;
  const kind = typeof mimeType === 'string' ? ` (${mimeType})` : '';
  return `[${typeof uri === 'string' ? uri : 'a resource'}${kind} that is not shown here]`;
}
