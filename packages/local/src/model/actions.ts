import type { ModelCall } from './local-model.js';

/** What every client does without being given a tool, by its name on the wire. */
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

/** What ends a program that is not the act's last. */
export const observe: readonly ModelCall[] = [
  { name: 'waitForPageToSettle', input: [] },
  { name: 'takeObservation', input: [] },
];

/** A call's name without the prefix that the service may give it. */
export function plainName(name: string): string {
  return name.replace(/^(?:browser|tool)\./, '');
}

/** Whether a call goes to a tool of the client, a human one too, rather than to the browser. */
export function isToolCall(name: string): boolean {
  return !actions.has(plainName(name));
}
