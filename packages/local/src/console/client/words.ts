import type { CallRow, Json } from './api-types.js';
import { callText } from './format.js';

const routine = new Set(['waitForPageToSettle', 'takeObservation', 'think']);
const clicks: Readonly<Record<string, string>> = {
  'left-double': 'Double-click',
  right: 'Right-click',
};

/** A call as a person would say it, with the name of what it points at where that is known. */
export function callWords(call: CallRow, target: string | undefined): string {
  const said = (at: number, ...names: string[]) => text(argumentOf(call, at, names));
  const on = target === undefined ? '' : ` ‘${target}’`;
  switch (call.name) {
    case 'agentClick':
      return `${clicks[said(1, 'clickType', 'click_type')] ?? 'Click'}${on}`;
    case 'agentHover':
      return `Hover over${on || ' the page'}`;
    case 'agentType': {
      const enter = argumentOf(call, 2, ['pressEnter', 'press_enter']) === true;
      return `Type ${JSON.stringify(said(0, 'value'))}${on && ` into${on}`}${enter ? ', Enter' : ''}`;
    }
    case 'agentScroll':
      return `Scroll ${said(0, 'direction')}${on && ` in${on}`}`;
    case 'goToUrl':
      return `Go to ${said(0, 'url')}`;
    case 'wait':
      return `Wait ${said(0, 'seconds')} s`;
    case 'return':
      return said(0, 'value') === '' ? 'Done' : `Return ${said(0, 'value')}`;
    case 'throw':
    case 'throwAgentError':
      return `Give up: ${said(0, 'message')}`;
    case 'think':
      return `Think: ${said(0, 'value')}`;
    case 'takeObservation':
      return 'Look';
    case 'waitForPageToSettle':
      return 'Wait for the page';
    default:
      return callText(call);
  }
}

/** What a step did, in few words: its calls without those that every step ends in. */
export function stepWords(
  calls: readonly CallRow[],
  targets: Readonly<Record<string, string>> = {},
): string {
  const telling = calls.filter((call) => !routine.has(call.name));
  if (telling.length > 0)
    return telling.map((call) => callWords(call, targets[call.callId])).join(', ');
  const [thought] = calls.filter((call) => call.name === 'think');
  return thought === undefined ? 'Look' : callWords(thought, undefined);
}

/** An argument by its place or its name; one that is an object of options gives the option of that name. */
function argumentOf({ input }: CallRow, at: number, names: readonly string[]): Json | undefined {
  const given = Array.isArray(input) ? input[at] : isObject(input) ? named(input, names) : input;
  return isObject(given) ? (named(given, names) ?? given) : given;
}

function named(from: { [key: string]: Json }, names: readonly string[]): Json | undefined {
  const name = names.find((one) => one in from);
  return name === undefined ? undefined : from[name];
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
