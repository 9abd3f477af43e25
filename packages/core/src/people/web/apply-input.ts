import type { Page } from 'playwright';
import { devicesOf } from '../../browser/input/devices.js';
import type { InputEvent } from './input-event.js';

/** Does to the page what the person did to its picture. */
export async function applyInput(page: Page, event: InputEvent): Promise<void> {
  const devices = devicesOf(page);
  switch (event.type) {
    case 'move':
      return devices.move(event.x, event.y);
    case 'down':
    case 'up':
      await devices.move(event.x, event.y);
      return devices[event.type]({ button: event.button, clickCount: event.clickCount });
    case 'wheel':
      await devices.move(event.x, event.y);
      return devices.wheel(event.dx, event.dy);
    case 'keydown':
      // A key that no keyboard of Playwright's has (é, 你) is the text that it writes.
      return devices.keyDown(event.key).catch(async (error: unknown) => {
        if ([...event.key].length !== 1) throw error;
        await devices.insert(event.key);
      });
    case 'keyup':
      return devices.keyUp(event.key).catch(() => {
        // It was text when it went down, and nothing is held.
      });
    case 'text':
      return devices.insert(event.text);
  }
}
