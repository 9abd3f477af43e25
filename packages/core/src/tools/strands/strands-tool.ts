/**
 * A tool of the Strands Agents SDK for TypeScript (`@strands-agents/sdk` 1.x), by its shape: what its
 * `tool()` makes, what `McpClient.listTools()` gives, `agent.asTool()`, and its vended tools.
 */
export interface StrandsTool {
  /** The name that the model calls it by. */
  readonly name: string;
  /** What it does, for the model. */
  readonly description?: string | undefined;
  /** What the model is told of it. */
  readonly toolSpec: {
    /** The JSON Schema of its input. Default: an object without properties. */
    readonly inputSchema?: unknown;
  };
  /** Runs it, as Strands does. */
  // biome-ignore lint/suspicious/noExplicitAny: what it takes and gives has names of that package's own
  stream(context: any): AsyncGenerator<any, any, undefined>;
}

/** What a Strands tool is given beside its input, as its own agent gives it. */
export interface StrandsToolContext {
  readonly toolUse: {
    readonly name: string;
    readonly toolUseId: string;
    readonly input: unknown;
  };
  readonly agent: unknown;
  readonly invocationState: Record<string, unknown>;
  readonly cancelSignal: AbortSignal;
  interrupt(): never;
}

/** Runs it to its end: what it tells on its way is for a reader of its stream, and there is none here. */
export async function runStrandsTool(
  tool: StrandsTool,
  context: StrandsToolContext,
): Promise<unknown> {
  const running = tool.stream(context);
  for (;;) {
    context.cancelSignal.throwIfAborted();
    const { done, value } = await running.next();
    if (done) return value;
  }
}
