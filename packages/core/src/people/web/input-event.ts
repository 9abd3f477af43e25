/** What a person does to the page they look at; places in CSS pixels of its viewport. */
export type InputEvent =
  | { readonly type: 'move'; readonly x: number; readonly y: number }
  | {
      readonly type: 'down' | 'up';
      readonly x: number;
      readonly y: number;
      readonly button: Button;
      readonly clickCount: number;
    }
  | {
      readonly type: 'wheel';
      readonly x: number;
      readonly y: number;
      readonly dx: number;
      readonly dy: number;
    }
  | { readonly type: 'keydown' | 'keyup'; readonly key: string }
  | { readonly type: 'text'; readonly text: string };

type Button = 'left' | 'middle' | 'right';

const BUTTONS: readonly unknown[] = ['left', 'middle', 'right'];
const MOST_EVENTS = 200;
const MOST_TEXT = 10_000;
const MOST_KEY = 32;

/** Reads what a browser sent; undefined for anything but a list of events. */
export function readInputEvents(value: unknown): InputEvent[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_EVENTS) return undefined;
  return value.every(isInputEvent) ? value : undefined;
}

function isInputEvent(value: unknown): value is InputEvent {
  if (typeof value !== 'object' || value === null) return false;
  const { type, x, y, dx, dy, button, clickCount, key, text } = value as Record<string, unknown>;
  const isPlaced = isPixel(x) && isPixel(y);
  switch (type) {
    case 'move':
      return isPlaced;
    case 'down':
    case 'up':
      return isPlaced && BUTTONS.includes(button) && Number.isInteger(clickCount);
    case 'wheel':
      return isPlaced && isPixel(dx) && isPixel(dy);
    case 'keydown':
    case 'keyup':
      return typeof key === 'string' && key.length > 0 && key.length <= MOST_KEY;
    case 'text':
      return typeof text === 'string' && text.length <= MOST_TEXT;
    default:
      return false;
  }
}

const isPixel = (value: unknown) => typeof value === 'number' && Math.abs(value) <= 100_000;
