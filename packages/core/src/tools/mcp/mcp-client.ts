/**
 * A connected client of the Model Context Protocol, by its shape: `Client` of `@modelcontextprotocol/client`
 * (2.x) and of `@modelcontextprotocol/sdk` (1.x).
 */
export interface McpClient {
  /** A page of the tools of the server. */
  listTools(
    params?: { cursor?: string | undefined } | undefined,
    // biome-ignore lint/suspicious/noExplicitAny: each version has options of its own
    options?: any,
  ): Promise<{
    /** The tools of this page. */
    tools: readonly McpTool[];
    /** What to ask for the next page with; absent on the last. */
    nextCursor?: string | undefined;
  }>;
  /** Calls a tool of the server. */
  callTool(
    params: { name: string; arguments?: Record<string, unknown> | undefined },
    // biome-ignore lint/suspicious/noExplicitAny: the place of the options differs between versions
    ...more: any[]
  ): Promise<unknown>;
}

/** A tool as a server of MCP lists it. */
export interface McpTool {
  /** Its name on the server. */
  readonly name: string;
  /** Its name for people. */
  readonly title?: string | undefined;
  /** What it does, for the model. */
  readonly description?: string | undefined;
  /** The JSON Schema of its input. */
  readonly inputSchema: { readonly [keyword: string]: unknown };
}

/** How often a server may say that there is more. */
const MAX_PAGES = 100;

/** Every tool of the server, page by page. */
export async function listAllTools(client: McpClient, signal?: AbortSignal): Promise<McpTool[]> {
  const tools: McpTool[] = [];
  const seen = new Set<string>();
  let cursor: string | undefined;
  for (let page = 1; page <= MAX_PAGES; page++) {
    const answer = await client.listTools(
      cursor === undefined ? undefined : { cursor },
      signal ? { signal } : undefined,
    );
    tools.push(...answer.tools);
    cursor = answer.nextCursor;
    if (cursor === undefined || seen.has(cursor)) break;
    seen.add(cursor);
  }
  // A client that asks for every page by itself may give a page twice to one that asks for more.
  return [...new Map(tools.map((tool) => [tool.name, tool])).values()];
}

/** Version 1 takes the schema of the result in the second place, and the options in the third. */
export function callTool(
  client: McpClient,
  params: { name: string; arguments: Record<string, unknown> },
  options: { signal: AbortSignal; timeout?: number | undefined },
): Promise<unknown> {
  const takesResultSchema = client.callTool.length === 1;
  return takesResultSchema
    ? client.callTool(params, undefined, options)
    : client.callTool(params, options);
}
