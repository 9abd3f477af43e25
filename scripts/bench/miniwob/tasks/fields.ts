import type { Player } from '../player.js';
import { type Oracles, submit } from '../task.js';

const firstBold = async (player: Player): Promise<string> => (await player.bold())[0] ?? '';

async function enterAndSubmit(player: Player, text: string, field = '#tt'): Promise<void> {
  await player.type(text, field);
  await submit(player);
}

const quoted = async (player: Player): Promise<string[]> =>
  [...(await player.query()).matchAll(/"([^"]*)"/g)].map(([, text = '']) => text);

const enterBold = async (player: Player) => enterAndSubmit(player, await firstBold(player));

/** Words as they stand between white space, without what is no letter. */
const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

async function logIn(player: Player): Promise<void> {
  const [user = '', password = ''] = await quoted(player);
  for (const [field, text] of [
    ['#username', user],
    ['#password', password],
  ] as const) {
    await player.type(text, field);
    // A message that opens as the field gets the focus keeps it from being filled.
    if ((await player.page.locator('#popup-cancel').count()) === 0) continue;
    await player.click('#popup-cancel');
    await player.type(text, field);
  }
  await submit(player);
}

/** Rows of a form by what stands in them, and what belongs there. */
async function searchMovies(player: Player): Promise<void> {
  const wanted = await player.texts('#query b');
  for (const [row, label] of [/genre/i, /director/i, /year|released/i].entries()) {
    const field = player.page
      .locator('#area p, #area .row, #area tr, #area .field, #area .ui-entry', { hasText: label })
      .locator('input');
    await player.type(wanted[row] ?? '', field);
  }
  await player.click('#area > button, #area .submit-row button, #area .final, #area .ui-submit');
}

async function tableOf(player: Player): Promise<Map<string, string>> {
  const cells = await player.texts('#tab td');
  return new Map(cells.flatMap((cell, at) => (at % 2 === 0 ? [[cell, cells[at + 1] ?? '']] : [])));
}

export const fields: Oracles = {
  'enter-text': enterBold,
  'enter-text-dynamic': enterBold,
  async 'enter-text-2'(player) {
    const text = await firstBold(player);
    const isUpper = (await player.query()).includes('all upper case');
    await enterAndSubmit(player, isUpper ? text.toUpperCase() : text.toLowerCase());
  },
  async 'enter-password'(player) {
    const password = await firstBold(player);
    await player.type(password, '#password');
    await enterAndSubmit(player, password, '#verify');
  },
  'enter-date': enterBold,
  async 'enter-time'(player) {
    const [, time = ''] = /Enter (.*) as the time/.exec(await player.query()) ?? [];
    await enterAndSubmit(player, time);
  },
  'login-user': logIn,
  'login-user-popup': logIn,
  async 'text-transform'(player) {
    await enterAndSubmit(player, (await player.texts('#captcha span')).join(''));
  },

  async 'scroll-text'(player) {
    const words = wordsOf(await player.page.inputValue('#text-area'));
    await enterAndSubmit(player, (words.at(-1) ?? '').replace('.', ''), '#answer-input');
  },
  async 'find-word'(player) {
    const [, position = ''] = /the (\d+)/.exec(await player.query()) ?? [];
    const word = wordsOf((await player.page.textContent('#area p')) ?? '')[Number(position) - 1];
    await enterAndSubmit(player, (word ?? '').replace(/[^a-zA-Z]/g, ''), '#answer-input');
  },
  async 'copy-paste'(player) {
    await enterAndSubmit(player, await player.page.inputValue('#to-copy'), '#answer-input');
  },
  async 'copy-paste-2'(player) {
    const [, position = ''] = /the (\d)/.exec(await player.query()) ?? [];
    await enterAndSubmit(
      player,
      await player.page.inputValue(`#text-${position}`),
      '#answer-input',
    );
  },

  async 'read-table'(player) {
    await enterAndSubmit(player, (await tableOf(player)).get(await firstBold(player)) ?? '');
  },
  async 'read-table-2'(player) {
    const table = await tableOf(player);
    for (const row of [1, 2]) {
      const label = (await player.page.textContent(`#ll${row}`)) ?? '';
      await player.type(table.get(label.replace(':', '').trim()) ?? '', `#tt${row}`);
    }
    await submit(player);
  },
  'multi-layouts': searchMovies,
  'multi-orderings': searchMovies,

  async 'simple-arithmetic'(player) {
    const text = (await player.page.textContent('#math-problem')) ?? '';
    const [, a, sign, b] = /(\d+) ([-+x]) (\d+)/.exec(text) ?? [];
    const [one, other] = [Number(a), Number(b)];
    const answer = sign === '+' ? one + other : sign === '-' ? one - other : one * other;
    await enterAndSubmit(player, `${answer}`, '#math-answer');
  },
  async 'simple-algebra'(player) {
    const text = (await player.page.textContent('#math-problem')) ?? '';
    const [, a = '', sign, b = '', c] = /(\w+) ([-+]) (\w+) = (-?\d+)/.exec(text) ?? [];
    const known = Number(a === 'x' ? b : a);
    const result = Number(c);
    if (sign === '+') return enterAndSubmit(player, `${result - known}`, '#math-answer');
    const answer = a === 'x' ? result + known : known - result;
    await enterAndSubmit(player, `${answer}`, '#math-answer');
  },
  async 'visual-addition'(player) {
    const blocks = await player.page.locator('.addition-block').count();
    await enterAndSubmit(player, `${blocks}`, '#math-answer');
  },
  async 'guess-number'(player) {
    for (let [low, high] = [0, 9]; ; ) {
      const guess = Math.floor((low + high) / 2);
      await enterAndSubmit(player, `${guess}`);
      if (await player.page.locator('#lower').isVisible()) high = guess - 1;
      else low = guess + 1;
    }
  },

  async 'use-autocomplete'(player) {
    await completed(player);
  },
  'use-autocomplete-nodelay': (player) => completed(player),

  async 'use-colorwheel'(player) {
    const [, name = ''] = /Select (\w+) with/.exec(await player.query()) ?? [];
    await colour(
      player,
      await player.page.evaluate(`ui_utils.colorNameToHex(${JSON.stringify(name)})`),
    );
  },
  async 'use-colorwheel-2'(player) {
    const shown = await player.page
      .locator('#query .cc')
      .evaluate((box) => getComputedStyle(box).backgroundColor);
    const parts = (shown.match(/\d+/g) ?? []).slice(0, 3).map(Number);
    await colour(player, `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);
  },

  async terminal(player) {
    const [ending] = await player.bold();
    const files = await player.page.evaluate<string[]>('currentFiles');
    const isMeant = (file: string) =>
      ending?.startsWith('.') ? file.endsWith(ending) : !file.includes('.');
    await player.type('ls', '#terminal', true);
    await player.type(`rm ${files.find(isMeant) ?? ''}`, '#terminal', true);
  },
};

async function completed(player: Player): Promise<void> {
  const [start = '', end = ''] = await player.bold();
  const items = await player.page.evaluate<string[]>('ITEMS');
  const item = items.find((one) => one.startsWith(start) && one.endsWith(end)) ?? '';
  await player.type(item, '#tags');
  await player.click(player.exactly('.ui-autocomplete .ui-menu-item', item));
  await submit(player);
}

async function colour(player: Player, hex: string): Promise<void> {
  await player.type(hex.replace('#', '').toUpperCase(), '#col');
  // The picker lies over the button until something else is clicked.
  await player.click('#query');
  await submit(player);
}
