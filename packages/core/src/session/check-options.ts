import { ValidationError } from '../errors/index.js';
import type { HumanInput } from '../human/human-input.js';
import { checkBaseUrl } from '../memory/check-base-url.js';
import { refuseUnknown } from '../options/refuse-unknown.js';
import { vaultOf } from '../secrets/check-secrets.js';
import type { Vault } from '../secrets/vault.js';
import type { NovaActTool } from '../tools/tool-definition.js';
import { HUMAN_INPUT, NOVA_ACT_OPTIONS } from './known-options.js';
import type { SessionOptions } from './session-options.js';
import { checkStopHook } from './stop/stop-hooks.js';

/** The service takes 100 tool specs; two are kept for the human calls. */
const MAX_TOOLS = 98;

/** What the options of a session are made into. */
export interface CheckedSessionOptions {
  readonly tools: ReadonlyMap<string, NovaActTool>;
  readonly secrets: Vault;
}

/** The options that are not the browser's, checked. @throws ValidationError */
export function checkSessionOptions(options: SessionOptions): CheckedSessionOptions {
  refuseUnknown(options, NOVA_ACT_OPTIONS);
  checkHumanInput(options.humanInput);
  for (const name of ['onEvent', 'stateGuardrail'] as const) {
    demand(options[name] === undefined || typeof options[name] === 'function', {
      field: name,
      value: options[name],
      problem: 'is not a function',
      remedy: 'Pass a function.',
    });
  }
  const { humanTimeoutMs } = options;
  demand(humanTimeoutMs === undefined || isTime(humanTimeoutMs), {
    field: 'humanTimeoutMs',
    value: humanTimeoutMs,
    problem: 'is not a time',
    remedy: 'Give milliseconds from 1 to 2,147,483,647.',
  });
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
  checkMemory(options);
  const { playwrightTrace } = options;
  demand(playwrightTrace === undefined || typeof playwrightTrace === 'boolean', {
    field: 'playwrightTrace',
    value: playwrightTrace,
    problem: 'is neither true nor false',
    remedy: 'Say whether Playwright is to record the acts.',
  });
  demand(!playwrightTrace || (options.logsDirectory !== undefined && !options.actuator), {
    field: 'playwrightTrace',
    value: playwrightTrace,
    problem: 'has no place to go, or no browser of Playwright’s',
    remedy: 'Give logsDirectory as well, and no actuator of your own.',
  });
  demand(!playwrightTrace || (options.secrets === undefined && !Array.isArray(options.mask)), {
    field: 'playwrightTrace',
    value: playwrightTrace,
    problem: 'would show what secrets and mask hide',
    remedy: 'Leave it out, or those two.',
  });
  for (const hook of options.stopHooks ?? []) checkStopHook(hook, 'stopHooks');
  return { tools: toolsByName(options.tools ?? []), secrets: vaultOf(options.secrets) };
}

function checkMemory({ memory, actuator }: SessionOptions): void {
  if (memory === undefined) return;
  const isMemory = typeof memory?.load === 'function' && typeof memory?.save === 'function';
  demand(isMemory, {
    field: 'memory',
    value: memory,
    problem: 'is no memory',
    remedy: "Pass fileMemory('./acts'), or an object with load and save.",
  });
  checkBaseUrl(memory.baseUrl, 'memory.baseUrl');
  demand(actuator === undefined || actuator.recall !== undefined, {
    field: 'memory',
    value: undefined,
    problem: 'is of no use with this actuator, which has no recall',
    remedy: 'Give the actuator one, or leave one of the two out.',
  });
}

/** An object of a class of the user's may have members of its own; a plain one with others is misspelt. */
function checkHumanInput(human: HumanInput | undefined): void {
  if (human === undefined) return;
  if (isPlain(human)) refuseUnknown(human, HUMAN_INPUT, 'humanInput');
  for (const name of ['approve', 'uiTakeover'] as const) {
    demand(human[name] === undefined || typeof human[name] === 'function', {
      field: `humanInput.${name}`,
      value: human[name],
      problem: 'is not a function',
      remedy: 'Pass a function that asks the person.',
    });
  }
}

function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

const isTime = (value: unknown) => typeof value === 'number' && value >= 1 && value <= 2 ** 31 - 1;

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
