import { describe, expect, it } from 'vitest';
import { ActInvalidModelGenerationError, ActToolError } from '../../errors/index.js';
import { tool } from '../../tools/tool.js';
import type { JsonValue } from '../../wire/json.js';
import { decodeProgram } from './decode-program.js';

const lookUp = tool({
  name: 'look_up',
  description: 'Looks up.',
  inputSchema: { type: 'object' },
  execute: () => 1,
});
const context = {
  viewport: { width: 1000, height: 1000 },
  tools: new Map([[lookUp.name, lookUp]]),
};
const BOX = '<box>10,20,30,40</box>';
const box = { top: 10, left: 20, bottom: 30, right: 40 };

const decode = (...calls: [name: string, input: JsonValue][]) =>
  decodeProgram(
    calls.map(([name, input], i) => ({ callId: `c${i}`, name, input })),
    context,
  );
const first = (name: string, input: JsonValue) => decode([name, input])[0]?.action;

describe('an action', () => {
  it.each<[string, JsonValue, object]>([
    ['agentClick', [BOX], { kind: 'click', box, clickType: 'left', blurField: false }],
    ['agentClick', [BOX, 'left-double'], { kind: 'click', box, clickType: 'left-double' }],
    ['agentClick', [BOX, { clickType: 'right' }], { kind: 'click', clickType: 'right' }],
    ['agentClick', { box: BOX, click_type: 'right' }, { clickType: 'right' }],
    ['agentClick', { box: BOX, click_options: { blurField: true } }, { blurField: true }],
    ['browser.agentClick', [BOX], { kind: 'click' }],
    ['tool.agentClick', [BOX], { kind: 'click' }],
    ['agentHover', [BOX], { kind: 'hover', box }],
    ['agentScroll', ['down', BOX], { kind: 'scroll', direction: 'down', box }],
    ['agentScroll', { direction: 'up', box: BOX, value: 200 }, { direction: 'up', distance: 200 }],
    ['agentType', ['hi', BOX], { kind: 'type', text: 'hi', box, pressEnter: false }],
    ['agentType', ['hi', BOX, true], { pressEnter: true }],
    ['agentType', ['hi', BOX, { pressEnter: true }], { pressEnter: true }],
    ['agentType', { value: 'hi', box: BOX, pressEnter: true }, { pressEnter: true }],
    ['agentType', ['caf\\u00e9', BOX], { text: 'café' }],
    ['goToUrl', ['example.com'], { kind: 'goToUrl', url: 'example.com' }],
    ['wait', ['1.5'], { kind: 'wait', seconds: 1.5 }],
    ['wait', [0], { kind: 'wait', seconds: 0 }],
    ['wait', [], { kind: 'wait', seconds: 0 }],
    ['waitForPageToSettle', [], { kind: 'settle' }],
    ['takeObservation', {}, { kind: 'observe' }],
    ['think', ['hm'], { kind: 'think', thought: 'hm' }],
    ['return', [], { kind: 'return', response: undefined }],
    ['return', ['{"a":"C:\\\\\\\\x"}'], { response: '{"a":"C:\\\\\\\\x"}' }],
    ['return', ['caf\\u00e9'], { response: 'café' }],
    ['return', [{ a: 1 }], { response: '{"a":1}' }],
    ['throw', ['no such page'], { kind: 'throw', message: 'no such page' }],
    ['throwAgentError', ['no'], { kind: 'throw', message: 'no' }],
    ['look_up', { key: 'a' }, { kind: 'tool', tool: lookUp, input: { key: 'a' } }],
    ['tool.look_up', [{ key: 'a' }], { kind: 'tool', input: { key: 'a' } }],
    ['human_Approve', { message: 'ok?' }, { kind: 'human', name: 'human_Approve', message: 'ok?' }],
  ])('%s %j is read by position and by name', (name, input, expected) => {
    expect(first(name, input)).toMatchObject(expected);
  });
});

describe('a call whose arguments cannot be used', () => {
  it.each<[string, JsonValue, string]>([
    ['agentClick', [], 'agentClick.box'],
    [
      'agentClick',
      [BOX, 'middle'],
      'agentClick.click_type: is not one of left, left-double, right',
    ],
    ['agentScroll', ['sideways', BOX], 'agentScroll.direction'],
    ['agentScroll', ['down', BOX, 'far'], 'agentScroll.value'],
    ['agentType', [null, BOX], 'agentType.value: is not a text'],
    ['agentType', ['x', BOX, 'yes'], 'agentType.enter'],
    ['wait', [-1], 'wait.seconds'],
    ['wait', ['soon'], 'wait.seconds'],
    ['goToUrl', [], 'goToUrl.url'],
    ['look_up', ['a', 'b'], 'look_up.input'],
    ['agentHover', 7, 'agentHover.input: is neither a list nor an object'],
  ])('%s %j fails at its turn, with the member at fault', (name, input, why) => {
    const action = first(name, input);
    expect(action).toMatchObject({
      kind: 'fault',
      error: expect.any(ActInvalidModelGenerationError),
    });
    expect(action?.kind === 'fault' && action.error.message).toContain(why);
  });

  it('leaves those before it to be run, and says which it is', () => {
    const program = decode(['agentClick', [BOX]], ['agentHover', [7]]);
    expect(program.map(({ action }) => action.kind)).toEqual(['click', 'fault']);
    expect(program[1]?.action).toMatchObject({
      error: { message: expect.stringContaining('call 2'), rawResponse: [{}, { input: [7] }] },
    });
  });
});

describe('a program that cannot be run', () => {
  it.each(['agentFly', 'constructor', '__proto__'])(
    'is refused whole when it calls %s, which is no action and no tool',
    (name) => {
      expect(() => decode(['agentClick', [BOX]], [name, []])).toThrow(ActToolError);
      expect(() => decode(['agentClick', [BOX]], [name, []])).toThrow('no action and no tool');
    },
  );

  it('is refused when it is empty', () => {
    expect(() => decode()).toThrow('empty program');
  });

  it('is refused when it has more calls than can be answered', () => {
    const calls = Array.from({ length: 101 }, (): [string, JsonValue] => ['think', ['x']]);
    expect(() => decode(...calls)).toThrow('at most 100');
  });
});

it('does not look at what comes after a return', () => {
  expect(decode(['return', ['done']], ['nonsense', []])).toHaveLength(1);
});

it('shows people the decoded arguments', () => {
  const [call] = decode(['agentType', ['hi', BOX, true]]);
  const view = { callId: 'c0', name: 'agentType', box };
  expect(call?.disclosed).toEqual({ ...view, input: { text: 'hi', box, pressEnter: true } });
  // Until its field is known, a text to be typed may be a password.
  expect(call?.view).toEqual({ ...view, input: { text: '(2 characters)', box, pressEnter: true } });
});
