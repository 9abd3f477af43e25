import { plainName } from '../../model/actions.js';
import type { JsonValue, ModelCall } from '../../model/local-model.js';

/** Where each action has its box among its positional arguments. */
const boxAt: Readonly<Record<string, number>> = {
  agentClick: 0,
  agentHover: 0,
  agentScroll: 1,
  agentType: 1,
};

/** The box of a call, as it is written there; undefined when the call has none. */
export function boxOf({ name, input }: ModelCall): string | undefined {
  const at = boxAt[plainName(name)];
  if (at === undefined) return undefined;
  const box = Array.isArray(input) ? input[at] : isObject(input) ? input['box'] : undefined;
  return typeof box === 'string' ? box : undefined;
}

/** The call with another box. */
export function withBox<Call extends ModelCall>(call: Call, box: string): Call {
  const at = boxAt[plainName(call.name)] ?? 0;
  if (Array.isArray(call.input))
    return { ...call, input: call.input.map((each, index) => (index === at ? box : each)) };
  return isObject(call.input) ? { ...call, input: { ...call.input, box } } : call;
}

/** The text that an `agentType` types. */
export function typedText({ name, input }: ModelCall): string | undefined {
  if (plainName(name) !== 'agentType') return undefined;
  const value = Array.isArray(input) ? input[0] : isObject(input) ? input['value'] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function isObject(value: JsonValue): value is { [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
