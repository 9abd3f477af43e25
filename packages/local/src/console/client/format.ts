import type { CallRow, Json } from './api-types.js';

export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;
  const minutes = Math.floor(ms / 60_000);
  return `${minutes} min ${Math.round((ms % 60_000) / 1000)} s`;
}

export function time(ms: number): string {
  return new Date(ms).toLocaleTimeString(undefined, { hour12: false });
}

export function dateTime(ms: number): string {
  return new Date(ms).toLocaleString(undefined, { hour12: false });
}

export function count(amount: number, one: string): string {
  return `${amount.toLocaleString()} ${one}${amount === 1 ? '' : 's'}`;
}

const actions = new Set([
  'agentClick',
  'agentHover',
  'agentScroll',
  'agentType',
  'goToUrl',
  'wait',
  'waitForPageToSettle',
  'takeObservation',
  'think',
  'return',
  'throw',
  'throwAgentError',
]);
const routine = new Set(['waitForPageToSettle', 'takeObservation', 'think']);

export function bareName(name: string): string {
  return name.replace(/^(?:browser|tool)\./, '');
}

/** Whether a call goes to a tool of the client rather than to the browser. */
export function isTool(call: CallRow): boolean {
  return !actions.has(bareName(call.name));
}

/** A call as one would write it: `agentType("Boston", <box>)`. */
export function callText(call: CallRow): string {
  const input = Array.isArray(call.input) ? call.input : [call.input];
  return `${bareName(call.name)}(${input.map((one) => argument(one)).join(', ')})`;
}

function argument(value: Json): string {
  if (typeof value === 'string') return /^\s*<b?box>/.test(value) ? value : JSON.stringify(value);
  return JSON.stringify(value);
}

/** What a step did, in few words: its calls without those that every step ends in. */
export function summary(calls: readonly CallRow[]): string {
  const telling = calls.filter((call) => !routine.has(bareName(call.name)));
  const thought = calls.find((call) => bareName(call.name) === 'think');
  if (telling.length === 0) return thought === undefined ? 'observe' : callText(thought);
  return telling
    .map((call) =>
      callText(call)
        .replace(/,?\s*<b?box>[^<]*<\/b?box>/g, '')
        .replace('(, ', '('),
    )
    .join(', ');
}

/** What the model thought aloud in a step; empty when it said nothing. */
export function thought(calls: readonly CallRow[]): string {
  const call = calls.find((one) => bareName(one.name) === 'think');
  const value = Array.isArray(call?.input) ? call.input[0] : undefined;
  return typeof value === 'string' ? value : '';
}

export function isError(text: string): boolean {
  return /^[A-Za-z]*(?:Error|Exception)\b/.test(text);
}
