import { pause } from '../../deadline/pause.js';
import type { Box, ClickType } from '../actuator.js';
import type { Point } from '../frames/locate.js';
import type { Hand } from './hand.js';

/** How long a person holds a button down: a page that takes longer over the press is not to see a hold. */
const PRESS_MS = 100;

export function centreOf({ left, top, right, bottom }: Box): Point {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Moves the pointer there. Resolves when the page has taken note, so it also says that it answers. */
export async function movePointer({ tab, devices, signal }: Hand, { x, y }: Point): Promise<void> {
  signal.throwIfAborted();
  if (tab.mouseIsDown) {
    // An abort fell between a press and its release. Letting go outside of the page clicks nothing.
    await devices.move(-10, -10);
    await devices.up({ button: 'left' });
    tab.mouseIsDown = false;
    signal.throwIfAborted();
  }
  await devices.move(x, y);
}

/** Presses and releases where the pointer is. Aborted in between, the press is not completed. */
export async function press({ tab, devices, signal }: Hand, type: ClickType): Promise<void> {
  const button = type === 'right' ? 'right' : 'left';
  const clicks = type === 'left-double' ? 2 : 1;
  for (let clickCount = 1; clickCount <= clicks; clickCount++) {
    signal.throwIfAborted();
    tab.mouseIsDown = button === 'left';
    const pressed = devices.down({ button, clickCount });
    const held = new AbortController();
    try {
      await Promise.race([pressed, pause(PRESS_MS, AbortSignal.any([signal, held.signal]))]);
    } finally {
      held.abort();
      pressed.catch(() => undefined);
    }
    signal.throwIfAborted();
    await Promise.all([pressed, devices.up({ button, clickCount })]);
    tab.mouseIsDown = false;
  }
}
