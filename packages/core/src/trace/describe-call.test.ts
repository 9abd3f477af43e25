import { expect, it } from 'vitest';
import type { JsonObject } from '../wire/json.js';
import { describeCall, pointOf } from './describe-call.js';

const box = { top: 10, left: 20, bottom: 21, right: 40 };
const CASES: [string, JsonObject, boolean, string][] = [
  ['agentClick', { clickType: 'left' }, true, 'Click at 30, 16'],
  ['agentClick', { clickType: 'left-double' }, true, 'Double-click at 30, 16'],
  ['agentClick', { clickType: 'right' }, true, 'Right-click at 30, 16'],
  ['agentHover', {}, true, 'Hover at 30, 16'],
  ['agentScroll', { direction: 'down' }, true, 'Scroll down at 30, 16'],
  ['agentScroll', { direction: 'up', distance: 99 }, true, 'Scroll up by 99 px at 30, 16'],
  ['agentType', { text: 'Bo', pressEnter: true }, true, 'Type “Bo” at 30, 16, then Enter'],
  ['agentType', { text: 'Bo', pressEnter: false }, true, 'Type “Bo” at 30, 16'],
  ['goToUrl', { url: 'https://e.com' }, false, 'Go to https://e.com'],
  ['wait', { seconds: 2.5 }, false, 'Wait 2.5 s'],
  ['wait', { seconds: 0 }, false, 'Let the page settle'],
  ['waitForPageToSettle', {}, false, 'Let the page settle'],
  ['takeObservation', {}, false, 'Look at the page'],
  ['think', { thought: 'hm' }, false, 'Think: hm'],
  ['return', {}, false, 'Return'],
  ['return', { response: '"x"' }, false, 'Return "x"'],
  ['throw', { message: 'no' }, false, 'Give up: no'],
  ['throwAgentError', { message: 'no' }, false, 'Give up: no'],
  ['human_Approve', { message: 'ok?' }, false, 'Ask a person to approve: ok?'],
  ['human_UiTakeover', { message: 'log in' }, false, 'Ask a person to take over: log in'],
  ['add', { a: 1, b: ['x'] }, false, 'Call add(a: 1, b: ["x"])'],
];

it.each(CASES)('%s %j reads (box: %s) as: %s', (name, input, boxed, words) => {
  expect(describeCall({ name, input, ...(boxed ? { box } : {}) })).toBe(words);
});

it.each([
  ['agentClick', { clickType: 'left' }, 'link "Boston Logan"', 'Click ‘Boston Logan’'],
  ['agentClick', { clickType: 'left-double' }, 'button', 'Double-click the button'],
  ['agentHover', {}, 'button "Menu"', 'Point at ‘Menu’'],
  ['agentScroll', { direction: 'down' }, 'html', 'Scroll down in the page'],
  [
    'agentScroll',
    { direction: 'up', distance: 9 },
    'list "A \\"b\\""',
    'Scroll up by 9 px in ‘A "b"’',
  ],
  [
    'agentType',
    { text: 'Bo', pressEnter: true },
    'input "From"',
    'Type “Bo” into ‘From’, then Enter',
  ],
  ['agentType', { text: 'Bo' }, 'input of type email "E-mail"', 'Type “Bo” into ‘E-mail’'],
])('%s %j on %s reads as the name of what it was done to: %s', (name, input, target, words) => {
  expect(describeCall({ name, input, box, target })).toBe(words);
});

it('points at the middle of a box', () => {
  expect(pointOf(box)).toEqual({ x: 30, y: 15.5 });
});
