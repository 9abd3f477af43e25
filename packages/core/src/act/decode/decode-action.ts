import type { ClickType, ScrollDirection } from '../../browser/actuator.js';
import { ActToolError } from '../../errors/index.js';
import { isHumanCall } from '../../human/human-input.js';
import type { NovaActTool } from '../../tools/tool-definition.js';
import type { JsonValue } from '../../wire/json.js';
import type { Action } from '../program.js';
import { Arguments, asObject } from './arguments.js';
import { decodeBox, type Viewport } from './decode-box.js';
import { decodeResponse } from './decode-response.js';
import { decodeStrings } from './decode-strings.js';
import { GenerationFault } from './generation-fault.js';

export interface DecodeContext {
  viewport: Viewport;
  tools: ReadonlyMap<string, NovaActTool>;
}

const CLICKS: readonly ClickType[] = ['left', 'left-double', 'right'];
const DIRECTIONS: readonly ScrollDirection[] = ['up', 'down', 'left', 'right'];

type Reader = (args: Arguments, viewport: Viewport) => Action;

/** Every action: the order of its positional arguments, and how it is read. */
const ACTIONS: Record<string, { positions: readonly string[]; read: Reader }> = {
  agentClick: {
    positions: ['box', 'click'],
    read(args, viewport) {
      const click = args.get('click', 'click_type', 'clickType');
      const clickType = asObject(click)?.clickType ?? asObject(click)?.click_type ?? click;
      const options = args.options('click_options', 'clickOptions');
      const blur = options.blurField ?? options.blur_field ?? asObject(click)?.blurField ?? false;
      if (typeof blur !== 'boolean') {
        throw new GenerationFault(
          args.field('click_options.blurField'),
          'is not true or false',
          blur,
        );
      }
      return {
        kind: 'click',
        box: decodeBox(args.field('box'), args.get('box'), viewport),
        clickType: args.oneOf(CLICKS, 'click_type', clickType ?? 'left'),
        blurField: blur,
      };
    },
  },
  agentHover: {
    positions: ['box'],
    read: (args, viewport) => ({
      kind: 'hover',
      box: decodeBox(args.field('box'), args.get('box'), viewport),
    }),
  },
  agentScroll: {
    positions: ['direction', 'box', 'value'],
    read(args, viewport) {
      const distance = args.amount('value');
      return {
        kind: 'scroll',
        direction: args.oneOf(DIRECTIONS, 'direction', args.get('direction')),
        box: decodeBox(args.field('box'), args.get('box'), viewport),
        ...(distance === undefined ? {} : { distance }),
      };
    },
  },
  agentType: {
    positions: ['value', 'box', 'enter'],
    read(args, viewport) {
      const enter = asObject(args.get('enter'));
      const pressEnter = enter
        ? (enter.pressEnter ?? enter.press_enter ?? false)
        : args.flag('enter', 'pressEnter', 'press_enter');
      if (typeof pressEnter !== 'boolean') {
        throw new GenerationFault(args.field('pressEnter'), 'is not true or false', pressEnter);
      }
      return {
        kind: 'type',
        text: args.text('value'),
        box: decodeBox(args.field('box'), args.get('box'), viewport),
        pressEnter,
      };
    },
  },
  goToUrl: { positions: ['url'], read: (args) => ({ kind: 'goToUrl', url: args.text('url') }) },
  wait: {
    positions: ['seconds'],
    read: (args) => ({ kind: 'wait', seconds: args.amount('seconds', 'value') ?? 0 }),
  },
  waitForPageToSettle: { positions: [], read: () => ({ kind: 'settle' }) },
  takeObservation: { positions: [], read: () => ({ kind: 'observe' }) },
  think: { positions: ['value'], read: (args) => ({ kind: 'think', thought: messageOf(args) }) },
  throw: { positions: ['value'], read: (args) => ({ kind: 'throw', message: messageOf(args) }) },
};
ACTIONS.throwAgentError = ACTIONS.throw as (typeof ACTIONS)[string];

/**
 * Reads one call. `name` is without its prefix.
 * @throws GenerationFault for its arguments; ActToolError for a name that nothing has
 */
export function decodeAction(name: string, input: JsonValue, context: DecodeContext): Action {
  if (name === 'return') return { kind: 'return', response: decodeResponse(input) };
  const decoded = decodeStrings(input);
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (action) return action.read(new Arguments(name, decoded, action.positions), context.viewport);
  if (isHumanCall(name)) {
    return {
      kind: 'human',
      name,
      message: new Arguments(name, decoded, ['message']).text('message'),
    };
  }
  const tool = context.tools.get(name);
  if (tool) return { kind: 'tool', tool, input: toolInput(name, decoded) };
  throw new ActToolError(`The model called ${name}, which is no action and no tool of this act`, {
    toolName: name,
  });
}

function messageOf(args: Arguments): string {
  const value = args.get('value', 'message') ?? '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Tools take an object; a list holding just that object is tolerated. */
function toolInput(name: string, input: JsonValue): JsonValue {
  const value = Array.isArray(input) && input.length <= 1 ? (input[0] ?? {}) : (input ?? {});
  const object = asObject(value);
  if (object) return object;
  throw new GenerationFault(`${name}.input`, 'is not an object of named arguments', input);
}
