import type { JsonObject, JsonValue } from '../wire/json.js';
import type { CallTrace, TraceBox } from './act-trace.js';
import { targetWords } from './target.js';

type Described = Pick<CallTrace, 'name' | 'input' | 'box' | 'target'>;

/**
 * What a call does, in plain words: `Type “Boston” into ‘From’, then Enter`. Where it is not known what it
 * was done to, the place stands for that: `Click at 412, 300`.
 */
export function describeCall({ name, input, box, target }: Described): string {
  const on = (word: string) => {
    if (target !== undefined) return ` ${word}${targetWords(target)}`;
    return box ? ` at ${pointText(box)}` : '';
  };
  switch (name) {
    case 'agentClick':
      return `${CLICKS[String(input.clickType)] ?? 'Click'}${on('')}`;
    case 'agentHover':
      return target === undefined ? `Hover${on('')}` : `Point${on('at ')}`;
    case 'agentScroll':
      return `Scroll ${text(input.direction)}${
        typeof input.distance === 'number' ? ` by ${input.distance} px` : ''
      }${on('in ')}`;
    case 'agentType':
      return `Type “${text(input.text)}”${on('into ')}${input.pressEnter === true ? ', then Enter' : ''}`;
    case 'goToUrl':
      return `Go to ${text(input.url)}`;
    case 'wait':
      return input.seconds === 0 ? 'Let the page settle' : `Wait ${text(input.seconds)} s`;
    case 'waitForPageToSettle':
      return 'Let the page settle';
    case 'takeObservation':
      return 'Look at the page';
    case 'think':
      return `Think: ${text(input.thought)}`;
    case 'return':
      return input.response === undefined ? 'Return' : `Return ${text(input.response)}`;
    case 'throw':
    case 'throwAgentError':
      return `Give up: ${text(input.message)}`;
    case 'human_Approve':
      return `Ask a person to approve: ${text(input.message)}`;
    case 'human_UiTakeover':
      return `Ask a person to take over: ${text(input.message)}`;
    default:
      return `Call ${name}(${argumentsOf(input)})`;
  }
}

/** The middle of a box: where the pointer goes. */
export function pointOf({ top, left, bottom, right }: TraceBox): { x: number; y: number } {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

const CLICKS: Record<string, string> = { 'left-double': 'Double-click', right: 'Right-click' };

function pointText(box: TraceBox): string {
  const { x, y } = pointOf(box);
  return `${Math.round(x)}, ${Math.round(y)}`;
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}

function argumentsOf(input: JsonObject): string {
  return Object.entries(input)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join(', ');
}
