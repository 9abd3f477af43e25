import { ValidationError } from '../errors/index.js';
import type { NovaActTool } from '../tools/tool.js';
import type { NovaActOptions } from './nova-act-options.js';

/** The service takes 100 tool specs; two are kept for the human calls. */
const MAX_TOOLS = 98;

/** The options that are not the browser's, checked. @throws ValidationError */
export function checkSessionOptions(options: NovaActOptions): Map<string, NovaActTool> {
  for (const name of ['onEvent', 'stateGuardrail'] as const) {
    demand(options[name] === undefined || typeof options[name] === 'function', {
      field: name,
      value: options[name],
      problem: 'is not a function',
      remedy: 'Pass a function.',
    });
  }
  demand(options.signal === undefined || options.signal instanceof AbortSignal, {
    field: 'signal',
    value: options.signal,
    problem: 'is not an AbortSignal',
    remedy: 'Pass the `signal` of an AbortController.',
  });
  demand(options.logsDirectory === undefined || isPath(options.logsDirectory), {
    field: 'logsDirectory',
    value: options.logsDirectory,
    problem: 'is not the path of a directory',
    remedy: 'Pass a path; the directory is made when it is needed.',
  });
  for (const hook of options.stopHooks ?? []) {
    demand(typeof hook === 'function', {
      field: 'stopHooks',
      value: hook,
      problem: 'holds something that is not a function',
      remedy: 'Pass functions that take the NovaAct.',
    });
  }
  return toolsByName(options.tools ?? []);
}

const isPath = (value: unknown) => typeof value === 'string' && value.trim() !== '';

function toolsByName(tools: readonly NovaActTool[]): Map<string, NovaActTool> {
  demand(tools.length <= MAX_TOOLS, {
    field: 'tools',
    value: tools.length,
    problem: 'are too many',
    remedy: `The service takes at most ${MAX_TOOLS}.`,
  });
  const byName = new Map<string, NovaActTool>();
  for (const tool of tools) {
    demand(typeof tool?.execute === 'function' && tool.spec !== undefined, {
      field: 'tools',
      value: tool,
      problem: 'holds something that is no tool',
      remedy: 'Make each with tool({ name, description, inputSchema, execute }).',
    });
    demand(!byName.has(tool.name), {
      field: 'tools',
      value: tool.name,
      problem: 'holds two tools of one name',
      remedy: 'Give each its own name.',
    });
    byName.set(tool.name, tool);
  }
  return byName;
}

function demand(
  holds: boolean,
  fault: { field: string; value: unknown; problem: string; remedy: string },
): void {
  if (!holds) throw new ValidationError(fault.problem, fault);
}
