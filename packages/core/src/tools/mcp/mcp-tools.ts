import { AgentRedirectError, ValidationError } from '../../errors/index.js';
import { type KnownOptions, knownOptions } from '../../options/known-options.js';
import { refuseUnknown } from '../../options/refuse-unknown.js';
import { describedBy, offeredTools } from '../offered-tools.js';
import { tool } from '../tool.js';
import type { NovaActTool } from '../tool-definition.js';
import { toolNamesOf } from '../tool-names-of.js';
import { callTool, listAllTools, type McpClient } from './mcp-client.js';
import { readMcpResult } from './mcp-result.js';

/** How tools of a server are called. */
export interface McpToolsOptions {
  /** The tools to offer, by the server's own names. Default: all. */
  only?: readonly string[] | undefined;
  /** Put before each name, to tell the tools of two servers apart: `files_`. */
  prefix?: string | undefined;
  /** Milliseconds that one call may take; the agent is told, and goes on. Default: 60,000. */
  timeoutMs?: number | undefined;
  /** Ends the listing of the tools. */
  signal?: AbortSignal | undefined;
}

const OPTIONS: KnownOptions = knownOptions<McpToolsOptions>('mcpTools()', {
  only: true,
  prefix: true,
  timeoutMs: true,
  signal: true,
});

const DEFAULT_TIMEOUT_MS = 60_000;
/** JSON-RPC's code for arguments that are no good. */
const INVALID_PARAMS = -32602;

/**
 * The tools of an MCP server, for `tools`. `client` is connected by you, and closed by you after the
 * session. What the agent gets is a result's `structuredContent`, else its texts; images are left out with
 * a word. A call that the server says failed is told to the agent, which goes on; a server that cannot be
 * reached ends the act with `ActToolError`.
 *
 * ```ts
 * const client = new Client({ name: 'flights', version: '1.0.0' });
 * await client.connect(new StdioClientTransport({ command: 'my-server' }));
 * await NovaAct.use({ startingPage, tools: await mcpTools(client) }, async (nova) => { … });
 * ```
 * @throws ValidationError for a client that is none, an unknown name in `only`, a tool whose input schema
 *   cannot be used; what the client throws when the server cannot be asked.
 */
export async function mcpTools(
  client: McpClient,
  options: McpToolsOptions = {},
): Promise<NovaActTool[]> {
  refuseUnknown(options, OPTIONS);
  if (typeof client?.listTools !== 'function' || typeof client.callTool !== 'function') {
    throw new ValidationError('is not a client of an MCP server', {
      field: 'mcpTools(client)',
      value: client,
      remedy:
        'Pass a connected Client of @modelcontextprotocol/client or @modelcontextprotocol/sdk.',
    });
  }
  const all = await listAllTools(client, options.signal);
  const offered = offeredTools(all, options.only, 'mcpTools.only');
  const names = toolNamesOf(
    offered.map(({ name }) => name),
    options.prefix,
  );
  return offered.map(({ name, title, description, inputSchema }) =>
    tool({
      name: names.get(name) ?? name,
      description: describedBy(description, title, name),
      inputSchema,
      timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      execute: (input, { signal }) =>
        call(client, name, input as Record<string, unknown>, signal, options.timeoutMs),
    }),
  );
}

async function call(
  client: McpClient,
  name: string,
  input: Record<string, unknown>,
  signal: AbortSignal,
  timeout = DEFAULT_TIMEOUT_MS,
): Promise<unknown> {
  let answer: unknown;
  try {
    answer = await callTool(client, { name, arguments: input }, { signal, timeout });
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown };
    // Of its own making, so the agent can make it better.
    if (code === INVALID_PARAMS)
      throw new AgentRedirectError(`The tool ${name} failed: ${message}`);
    throw error;
  }
  return readMcpResult(name, answer);
}
