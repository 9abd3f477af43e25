import { type Oracles, submit } from '../task.js';

/** A button, link or field that is named. */
const named =
  (selector: string) =>
  async (player: Parameters<Oracles[string]>[0]): Promise<void> => {
    const [, name = ''] = /"(.*)"/.exec(await player.query()) ?? [];
    await player.click(player.exactly(selector, name));
  };

export const buttons: Oracles = {
  'click-test': (player) => player.click('#subbtn'),
  'click-test-2': (player) => player.click('#subbtn'),
  'click-test-transfer': (player) => player.click('#subbtn'),
  'click-button': named('#area button'),
  'unicode-test': named('#area button'),
  'click-link': named('#area .alink'),
  'click-dialog': (player) => player.click('.ui-dialog-titlebar-close'),

  async 'click-dialog-2'(player) {
    const [, name = ''] = /"(.*)"/.exec(await player.query()) ?? [];
    await player.click(
      name === 'x'
        ? '.ui-dialog-titlebar-close'
        : player.exactly('.ui-dialog-buttonset button', name),
    );
  },

  async 'click-widget'(player) {
    const [, kind = ''] = /"(.*)"/.exec(await player.query()) ?? [];
    await player.click(`#area [data-type="${kind}"]`);
  },

  async 'click-button-sequence'(player) {
    await player.click('#subbtn');
    await player.click('#subbtn2');
  },

  /** In one program: a step of its own would take a time of its own. */
  async 'button-delay'(player) {
    const [, seconds = ''] = /wait (\d+) second/.exec(await player.query()) ?? [];
    await player.do(
      await player.clickNow('#subbtn'),
      // Pointing takes some time, too.
      ['wait', Number(seconds) - 0.1],
      await player.clickNow('#subbtn2'),
    );
  },

  'focus-text': (player) => player.click('#tt'),
  async 'focus-text-2'(player) {
    const [, position = ''] = /the (\d)/.exec(await player.query()) ?? [];
    await player.click(`#tt${position}`);
  },

  async 'generate-number'(player) {
    const query = await player.query();
    const [, than = '0'] = /than (\d+)/.exec(query) ?? [];
    const isRight = (number: number) => {
      if (query.includes('less')) return number < Number(than);
      if (query.includes('greater')) return number > Number(than);
      return (number % 2 === 1) === query.includes('odd');
    };
    for (;;) {
      await player.click('#generate');
      if (isRight(Number(await player.page.textContent('#display-number')))) break;
    }
    await submit(player);
  },

  async 'odd-or-even'(player) {
    const numbers = (await player.texts('.display-number')).map(Number);
    for (const [row, number] of numbers.entries()) {
      const choice = number % 2 === 0 ? '.even' : '.odd';
      await player.click(player.page.locator('#numbers .row').nth(row).locator(choice));
    }
    await submit(player);
  },

  async 'find-greatest'(player) {
    const values = (await player.texts('.card-value')).map(Number);
    await player.click(player.page.locator('.card').nth(values.indexOf(Math.max(...values))));
    await submit(player);
  },

  async 'simon-says'(player) {
    // What lights up is noted from the beginning on; the last has gone out after three seconds and a half.
    await player.wait(4);
    const order = await player.page.evaluate<number[]>('watched.pushes');
    for (const button of order) await player.click(`#button-${button}`);
  },
};
