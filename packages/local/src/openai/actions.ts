import type { JsonObject, JsonValue, ModelCall } from '../model/local-model.js';
import { plainText, wireText } from '../model/wire-text.js';
import { ArgumentFault } from './argument-fault.js';
import { boxArgument, readBbox } from './box-argument.js';

/** An action of the wire as a tool that chat models know how to call. */
export interface ActionTool {
  /** The call's name on the wire. */
  wireName: string;
  description: string;
  properties: JsonObject;
  required: string[];
  /** Throws an ArgumentFault. */
  toInput(given: Arguments): JsonValue[];
  /** The arguments of a call that `toInput` made. */
  toArguments(input: readonly JsonValue[]): JsonObject;
}

export type Arguments = Readonly<Record<string, unknown>>;

const box: JsonObject = {
  type: 'array',
  items: { type: 'integer', minimum: 0, maximum: 1000 },
  minItems: 4,
  maxItems: 4,
  description:
    'The target as [left, top, right, bottom], in thousandths of the screenshot’s width and height.',
};
const wholeWindow = '<bbox>0,0,1000,1000</bbox>';
const buttons: Record<string, string> = { left: 'left', double: 'left-double', right: 'right' };

/** By the names that the model is given. */
export const actionTools: Readonly<Record<string, ActionTool>> = {
  click: {
    wireName: 'agentClick',
    description:
      'Click the centre of a target. A native dropdown can’t be clicked: use type with the option’s text.',
    properties: { box, button: { type: 'string', enum: Object.keys(buttons) } },
    required: ['box'],
    toInput(given) {
      const button = buttons[oneOf(given, 'button', Object.keys(buttons), 'left')] ?? 'left';
      return [boxArgument(given['box']), ...(button === 'left' ? [] : [button])];
    },
    toArguments: ([at, button = 'left']) => ({
      box: numbers(at),
      button: Object.keys(buttons).find((name) => buttons[name] === button) ?? 'left',
    }),
  },
  hover: {
    wireName: 'agentHover',
    description: 'Move the pointer to the centre of a target.',
    properties: { box },
    required: ['box'],
    toInput: (given) => [boxArgument(given['box'])],
    toArguments: ([at]) => ({ box: numbers(at) }),
  },
  scroll: {
    wireName: 'agentScroll',
    description:
      'Scroll what lies under a box by three quarters of its size; without a box, the page.',
    properties: { direction: { type: 'string', enum: ['up', 'down', 'left', 'right'] }, box },
    required: ['direction'],
    toInput: (given) => [
      oneOf(given, 'direction', ['up', 'down', 'left', 'right']),
      given['box'] === undefined || given['box'] === null ? wholeWindow : boxArgument(given['box']),
    ],
    toArguments: ([direction = 'down', at]) => ({ direction, box: numbers(at) }),
  },
  type: {
    wireName: 'agentType',
    description:
      'Replace the content of a field with a text, choose an option of a native dropdown, or set a date (YYYY-MM-DD).',
    properties: { text: { type: 'string' }, box, press_enter: { type: 'boolean' } },
    required: ['text', 'box'],
    toInput: (given) => [
      wireText(text(given, 'text')),
      boxArgument(given['box']),
      ...(given['press_enter'] === true ? [true] : []),
    ],
    toArguments: ([value, at, enter = false]) => ({
      text: plainText(String(value)),
      box: numbers(at),
      press_enter: enter,
    }),
  },
  go_to_url: {
    wireName: 'goToUrl',
    description: 'Open an address.',
    properties: { url: { type: 'string' } },
    required: ['url'],
    toInput: (given) => [wireText(text(given, 'url'))],
    toArguments: ([url]) => ({ url: plainText(String(url)) }),
  },
  wait: {
    wireName: 'wait',
    description: 'Wait for something that takes its time.',
    properties: { seconds: { type: 'number', minimum: 0, maximum: 60 } },
    required: ['seconds'],
    toInput(given) {
      const seconds = Number(given['seconds']);
      if (given['seconds'] === '' || !(seconds >= 0 && seconds <= 60))
        throw new ArgumentFault(
          `seconds must be from 0 to 60, is ${JSON.stringify(given['seconds'])}`,
        );
      return [seconds];
    },
    toArguments: ([seconds = 0]) => ({ seconds }),
  },
  give_up: {
    wireName: 'throw',
    description: 'End the task because it can’t be done, and say why.',
    properties: { reason: { type: 'string' } },
    required: ['reason'],
    toInput: (given) => [wireText(text(given, 'reason'))],
    toArguments: ([reason]) => ({ reason: plainText(String(reason)) }),
  },
};

/** The model's name of an action, by its name on the wire. */
export function actionNameOf({ name }: ModelCall): string | undefined {
  return Object.keys(actionTools).find((each) => actionTools[each]?.wireName === name);
}

function text(given: Arguments, name: string): string {
  const value = given[name];
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new ArgumentFault(`${name} must be a text, is ${JSON.stringify(value)}`);
}

function oneOf(given: Arguments, name: string, words: string[], standard?: string): string {
  const value = given[name] ?? standard;
  if (typeof value === 'string' && words.includes(value)) return value;
  throw new ArgumentFault(
    `${name} must be one of ${words.join(', ')}, is ${JSON.stringify(value)}`,
  );
}

function numbers(at: JsonValue | undefined): JsonValue {
  return (typeof at === 'string' ? readBbox(at) : undefined) ?? null;
}
