import type { CompiledSchema, Schema, SchemaOutput } from '../schema/index.js';
import type { ToolSpec } from '../wire/operations.js';
import type { ToolContext } from './tool-context.js';

/** What a tool is made of. */
export interface ToolDefinition<S extends Schema> {
  /** What the agent calls it: 1–64 letters, digits, `_` or `-`; not the name of a built-in action. */
  name: string;
  /** When to use it and what it gives: the agent decides by this text. 1–10,000 characters. */
  description: string;
  /** What `execute` takes: a JSON Schema of an object, or a Standard Schema of one. */
  inputSchema: S;
  /**
   * Does the work. What it returns goes to the agent as JSON. Throw `AgentRedirectError` to have the
   * agent try another way; what else is thrown is treated as `onError` says.
   */
  execute(input: SchemaOutput<S>, context: ToolContext): unknown;
  /**
   * Milliseconds after which `context.signal` is aborted and the agent is told that the tool took too
   * long; it goes on with the act. Default: none but the act's own.
   */
  timeoutMs?: number | undefined;
  /**
   * What an error of `execute` means. `'end'` (the default): the act ends with `ActToolError`. `'tell'`:
   * the agent is told the error's message, and goes on.
   */
  onError?: 'end' | 'tell' | undefined;
}

/** A tool made ready by `tool()`; pass it in `tools`. */
export interface NovaActTool {
  /** What the agent calls it by. */
  readonly name: string;
  /** What the model is told of it. */
  readonly spec: ToolSpec;
  /** Checks the input. */
  readonly input: CompiledSchema;
  /** Milliseconds it may take. */
  readonly timeoutMs?: number | undefined;
  /** What an error of it does: ends the act, or is told to the agent. */
  readonly onError?: 'end' | 'tell' | undefined;
  /** Runs it. */
  execute(input: unknown, context: ToolContext): unknown;
}
