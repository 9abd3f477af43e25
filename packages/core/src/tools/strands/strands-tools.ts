import { ValidationError } from '../../errors/index.js';
import { type KnownOptions, knownOptions } from '../../options/known-options.js';
import { refuseUnknown } from '../../options/refuse-unknown.js';
import type { JsonSchema } from '../../schema/index.js';
import { describedBy, offeredTools } from '../offered-tools.js';
import { tool } from '../tool.js';
import type { ToolContext } from '../tool-context.js';
import type { NovaActTool } from '../tool-definition.js';
import { toolNamesOf } from '../tool-names-of.js';
import { readStrandsResult, Unusable } from './strands-result.js';
import { runStrandsTool, type StrandsTool, type StrandsToolContext } from './strands-tool.js';

/** How tools of Strands are called. */
export interface StrandsToolsOptions {
  /** The tools to offer, by their own names. Default: all. */
  only?: readonly string[] | undefined;
  /** Put before each name, to tell these tools from others: `office_`. */
  prefix?: string | undefined;
  /** Milliseconds that one call may take; the agent is told, and goes on. Default: none but the act's own. */
  timeoutMs?: number | undefined;
  /**
   * The Strands agent that is `context.agent` for the tools, for those that look at its state. Without one
   * a tool that asks for it ends the act.
   */
  agent?: object | undefined;
  /** `context.invocationState` of the tools, the same object for every call. Default: an empty one. */
  invocationState?: Record<string, unknown> | undefined;
}

const OPTIONS: KnownOptions = knownOptions<StrandsToolsOptions>('strandsTools()', {
  only: true,
  prefix: true,
  timeoutMs: true,
  agent: true,
  invocationState: true,
});

/**
 * Tools of the Strands Agents SDK, for `tools`. What the agent gets is a result's JSON, else its texts;
 * images and documents are left out with a word. A call that the tool says failed is told to the agent,
 * which goes on. `context.cancelSignal` is aborted when the act ends. A tool that interrupts to ask a
 * person ends the act with `ActToolError`: here people are asked by `humanInput`.
 *
 * ```ts
 * import { tool } from '@strands-agents/sdk';
 * const stock = tool({ name: 'stock', description: '…', inputSchema: z.object({ … }), callback: … });
 * await NovaAct.use({ startingPage, tools: strandsTools([stock]) }, async (nova) => { … });
 * ```
 * @throws ValidationError for what is no such tool, an unknown name in `only`, an input schema that cannot
 *   be used.
 */
export function strandsTools(
  tools: readonly StrandsTool[],
  options: StrandsToolsOptions = {},
): NovaActTool[] {
  refuseUnknown(options, OPTIONS);
  if (!Array.isArray(tools)) throw noTool(tools);
  for (const each of tools) demandTool(each);
  const offered = offeredTools(tools, options.only, 'strandsTools.only');
  const names = toolNamesOf(
    offered.map(({ name }) => name),
    options.prefix,
  );
  const { invocationState = {}, agent } = options;
  return offered.map((one) => {
    const { name, description, toolSpec } = one;
    const around = (input: unknown, { signal, actId, act }: ToolContext): StrandsToolContext => ({
      toolUse: { name, toolUseId: `${actId}-${act.step}`, input },
      get agent() {
        return agent ?? refuse(name, 'asks for its agent', 'pass one to strandsTools()');
      },
      invocationState,
      cancelSignal: signal,
      interrupt: () => refuse(name, 'interrupts its agent', 'ask people by humanInput'),
    });
    return tool({
      name: names.get(name) ?? name,
      description: describedBy(description, name),
      inputSchema: (toolSpec.inputSchema ?? { type: 'object', properties: {} }) as JsonSchema,
      timeoutMs: options.timeoutMs,
      execute: async (input, context) =>
        readStrandsResult(name, await runStrandsTool(one, around(input, context))),
    });
  });
}

function refuse(name: string, wants: string, remedy: string): never {
  throw new Unusable(`${name} ${wants}, and there is none to ask: ${remedy}.`);
}

function demandTool(given: unknown): asserts given is StrandsTool {
  const { name, toolSpec, stream } = Object(given);
  const isOne =
    typeof name === 'string' && typeof toolSpec === 'object' && typeof stream === 'function';
  if (!isOne) throw noTool(given);
}

function noTool(given: unknown): ValidationError {
  const isClient = typeof Object(given).listTools === 'function';
  return new ValidationError('is not what tools of the Strands Agents SDK are given by', {
    field: 'strandsTools(tools)',
    value: given,
    remedy: isClient
      ? 'Of an McpClient, pass what `await client.listTools()` gives.'
      : 'Pass a list of what its tool() makes.',
  });
}
