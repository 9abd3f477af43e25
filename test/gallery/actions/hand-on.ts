import { boxOf, type TestHand } from '../../../packages/core/test/support/open-hand.js';
import type { ActionHand } from './action-page.js';

/** The hand of a gallery; one that `settles` lets the page come to rest after each action, as programs do. */
export function handOn(test: TestHand, { settles = false } = {}): ActionHand {
  const { actuator, signal } = test;
  const done = async (action: Promise<unknown>): Promise<unknown> => {
    const said = await action;
    if (settles) await actuator.settle(signal);
    return said;
  };
  return {
    actuator,
    get page() {
      return test.page;
    },
    click: async (selector, clickType = 'left') =>
      done(actuator.click(await boxOf(test.page, selector), { clickType }, signal)),
    hover: async (selector) => done(actuator.hover(await boxOf(test.page, selector), signal)),
    type: async (selector, text, pressEnter = false) =>
      done(actuator.type(text, await boxOf(test.page, selector), { pressEnter }, signal)),
    scroll: async (direction, selector) =>
      done(actuator.scroll(direction, await boxOf(test.page, selector), {}, signal)),
    async settle() {
      await actuator.settle(signal);
    },
  };
}
