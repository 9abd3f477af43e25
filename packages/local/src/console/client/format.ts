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

/** A call as one would write it: `agentType("Boston", <box>)`. */
export function callText(call: CallRow): string {
  const input = Array.isArray(call.input) ? call.input : [call.input];
  return `${call.name}(${input.map((one) => argument(one)).join(', ')})`;
}

function argument(value: Json): string {
  if (typeof value === 'string') return /^\s*<b?box>/.test(value) ? value : JSON.stringify(value);
  return JSON.stringify(value);
}

/** What the model thought aloud in a step; empty when it said nothing. */
export function thought(calls: readonly CallRow[]): string {
  const call = calls.find((one) => one.name === 'think');
  const value = Array.isArray(call?.input) ? call.input[0] : undefined;
  return typeof value === 'string' ? value : '';
}

export function isError(text: string): boolean {
  return /^[A-Za-z]*(?:Error|Exception)\b/.test(text);
}
