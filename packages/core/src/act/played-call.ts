import { programCall } from './decode/decode-program.js';
import type { Action, ProgramCall } from './program.js';

const NAMES: Partial<Record<Action['kind'], string>> = {
  click: 'agentClick',
  hover: 'agentHover',
  scroll: 'agentScroll',
  type: 'agentType',
};

/** What is played from memory as a call like the agent's own; its id is one of ours. */
export function playedCall(action: Action, step: number): ProgramCall {
  return programCall(`memory-${step}`, NAMES[action.kind] ?? action.kind, action);
}
