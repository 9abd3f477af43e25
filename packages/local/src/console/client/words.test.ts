import { expect, it } from 'vitest';
import type { CallRow, Json } from './api-types.js';
import { callWords, stepWords } from './words.js';

const box = '<box>1,2,3,4</box>';
const call = (name: string, input: Json): CallRow => ({ callId: name, name, input, tool: false });

it.each<[string, Json, string | undefined, string]>([
  ['agentClick', [box], 'Search', 'Click ‘Search’'],
  ['agentClick', [box], undefined, 'Click'],
  ['agentClick', [box, 'left-double'], 'Row 3', 'Double-click ‘Row 3’'],
  ['agentClick', [box, 'right'], 'Row 3', 'Right-click ‘Row 3’'],
  ['agentClick', { box }, 'Search', 'Click ‘Search’'],
  ['agentClick', [box, { clickType: 'right' }], 'Search', 'Right-click ‘Search’'],
  ['agentHover', [box], 'Menu', 'Hover over ‘Menu’'],
  ['agentHover', [box], undefined, 'Hover over the page'],
  ['agentType', ['Boston', box], 'From', 'Type "Boston" into ‘From’'],
  ['agentType', ['Boston', box, true], 'From', 'Type "Boston" into ‘From’, Enter'],
  ['agentType', ['Boston', box, { pressEnter: true }], 'From', 'Type "Boston" into ‘From’, Enter'],
  ['agentType', { box, value: 'Boston' }, 'From', 'Type "Boston" into ‘From’'],
  ['agentType', ['Boston', box], undefined, 'Type "Boston"'],
  ['agentScroll', ['down', box], undefined, 'Scroll down'],
  ['agentScroll', ['down', box], 'Results', 'Scroll down in ‘Results’'],
  ['goToUrl', ['https://e.com/'], undefined, 'Go to https://e.com/'],
  ['wait', [2], undefined, 'Wait 2 s'],
  ['return', [], undefined, 'Done'],
  ['return', [null], undefined, 'Done'],
  ['return', ['"yes"'], undefined, 'Return "yes"'],
  ['throwAgentError', ['no such page'], undefined, 'Give up: no such page'],
  ['lookUp', [{ sku: 1 }], undefined, 'lookUp({"sku":1})'],
])('says %s(%j) at %s as “%s”', (name, input, target, says) => {
  expect(callWords(call(name, input), target)).toBe(says);
});

it('leaves out of a step what every step ends in', () => {
  const calls = [
    call('think', ['hm']),
    call('agentClick', [box]),
    call('waitForPageToSettle', []),
    call('takeObservation', []),
  ];
  expect(stepWords(calls, { agentClick: 'OK' })).toBe('Click ‘OK’');
  expect(stepWords(calls.slice(0, 1))).toBe('Think: hm');
  expect(stepWords(calls.slice(3))).toBe('Look');
});
