import type { Mouse, Page } from 'playwright';
import { heard } from './heard.js';

type Button = NonNullable<Parameters<Mouse['down']>[0]>;

/** The mouse and the keyboard of a page. Each input is done when the page has taken it. */
export interface Devices {
  move(x: number, y: number): Promise<void>;
  down(button: Button): Promise<void>;
  up(button: Button): Promise<void>;
  wheel(dx: number, dy: number): Promise<void>;
  /** One key, or keys held together: `Enter`, `Control+a`. */
  press(keys: string): Promise<void>;
  keyDown(key: string): Promise<void>;
  keyUp(key: string): Promise<void>;
  /** Characters, by their keys where the keyboard has them. */
  type(text: string): Promise<void>;
  /** Text at once, without keys. */
  insert(text: string): Promise<void>;
}

/** @throws AgentRedirectError from each of them when a frame went away with the input */
export function devicesOf(page: Page): Devices {
  const { mouse, keyboard } = page;
  const send = (input: () => Promise<void>) => heard(page, input);
  const strike = async (input: () => Promise<void>, keys: string[]) => {
    try {
      await send(input);
    } catch (error) {
      // Lost on their way, they would stay down.
      for (const key of keys) keyboard.up(key).catch(() => undefined);
      throw error;
    }
  };
  return {
    move: (x, y) => send(() => mouse.move(x, y)),
    down: (button) => send(() => mouse.down(button)),
    up: (button) => send(() => mouse.up(button)),
    wheel: (dx, dy) => send(() => mouse.wheel(dx, dy)),
    press: (keys) => strike(() => keyboard.press(keys), keys.split('+')),
    keyDown: (key) => send(() => keyboard.down(key)),
    keyUp: (key) => send(() => keyboard.up(key)),
    type: (text) => strike(() => keyboard.type(text), [...text]),
    insert: (text) => send(() => keyboard.insertText(text)),
  };
}
