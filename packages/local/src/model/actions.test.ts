import { expect, it } from 'vitest';
import { isToolCall } from './actions.js';

it.each([
  ['tool.lookUp', true],
  ['lookUp', true],
  ['human_Approve', true],
  ['browser.agentClick', false],
  ['agentClick', false],
  ['throwAgentError', false],
])('of %s it is %s that a tool is called, whatever the prefix', (name, isTool) => {
  expect(isToolCall(name)).toBe(isTool);
});
