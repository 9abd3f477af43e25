import type { Locator } from 'playwright';
import type { Player } from '../player.js';
import type { Oracles } from '../task.js';
import { turnTo } from './choices.js';
import { bestMove } from './noughts-and-crosses.js';

/** The cheapest or dearest, the shortest or longest of some offers. */
async function pick(offers: Locator, wish: string): Promise<Locator> {
  const attribute = /cost|cheap/.test(wish) ? 'data-price' : 'data-duration';
  const values = await offers.evaluateAll(
    (all, name) => all.map((one) => Number(one.querySelector(`[${name}]`)?.getAttribute(name))),
    attribute,
  );
  const wanted = /cheap|shortest/.test(wish) ? Math.min(...values) : Math.max(...values);
  return offers.nth(values.indexOf(wanted));
}

async function bookFlight(player: Player): Promise<void> {
  const [wish = '', from = '', to = '', date = ''] = await player.bold();
  const airports = await player.page.evaluate<string[]>('DOMESTIC_FLIGHTS');
  for (const [field, place] of [
    ['#flight-from', from],
    ['#flight-to', to],
  ] as const) {
    const airport = airports.find(
      (one) => one.includes(`(${place})`) || one.startsWith(`${place} (`),
    );
    await player.type(airport ?? place, field);
    await player.click(
      player.exactly('.ui-autocomplete .ui-menu-item', airport ?? place).locator('visible=true'),
    );
  }
  await player.click('#datepicker');
  await turnTo(player, date);
  await player.click('#search');
  const flight = await pick(player.page.locator('.flight'), wish);
  await player.click(flight.locator('.flight-price'));
}

async function buttonsOn(player: Player, posts: Locator[], action: string): Promise<void> {
  for (const post of posts) await player.click(post.locator(`.${action.toLowerCase()}`));
  await player.click('#submitRow button');
}

/** All posts of one person. */
async function postsBy(player: Player, user: string): Promise<Locator[]> {
  const names = await player.texts('.media .username');
  return names.flatMap((name, at) =>
    name.trim() === user ? [player.page.locator('.media').nth(at)] : [],
  );
}

export const applications: Oracles = {
  async 'buy-ticket'(player) {
    const [wish = ''] = await player.bold();
    const ticket = await pick(player.page.locator('.flight'), wish);
    await player.click(ticket.locator('.buy-ticket'));
  },
  'book-flight': bookFlight,
  'book-flight-nodelay': bookFlight,

  async 'search-engine'(player) {
    const [text = '', position = ''] = await player.bold();
    await player.type(text, '#search-text');
    await player.click('#search');
    const at = Number.parseInt(position, 10) - 1;
    if (at >= 3) await player.click(player.exactly('#pagination a', `${Math.floor(at / 3) + 1}`));
    await player.click(player.page.locator('.search-title').nth(at % 3));
  },
  async 'phone-book'(player) {
    const [, name = '', detail = ''] =
      /Find (.*) in the contact book and click on their (\w+)/.exec(await player.query()) ?? [];
    while ((await player.page.textContent('#contact .name')) !== name) {
      await player.click(player.exactly('#pagination a', '>'));
    }
    await player.click(`#contact .${detail}`);
  },

  async 'social-media'(player) {
    const [user = '', button = ''] = await player.bold();
    const classes: Record<string, string> = {
      'Share via DM': 'share',
      'Copy link to Tweet': 'copy',
      'Embed Tweet': 'embed',
      Mute: 'menu-user',
      Block: 'block-user',
      Report: 'report',
    };
    const [post] = await postsBy(player, user);
    if (!post) return;
    const inMenu = classes[button];
    if (inMenu) await player.click(post.locator('.more'));
    await player.click(post.locator(`.${inMenu ?? button.toLowerCase()}`));
  },
  async 'social-media-all'(player) {
    const [action = '', user = ''] = await player.bold();
    await buttonsOn(player, await postsBy(player, user), action);
  },
  async 'social-media-some'(player) {
    const [action = '', count = '', user = ''] = await player.bold();
    await buttonsOn(player, (await postsBy(player, user)).slice(0, Number(count)), action);
  },

  async 'order-food'(player) {
    const query = await player.query();
    const [, names] = /each item: (.*)/.exec(query) ?? [];
    const [, count = '0', type] = /Order (\d+) items that are (.*)/.exec(query) ?? [];
    if (names) {
      for (const name of names.split(', ')) {
        await player.click(player.page.locator(`.food-item[data-item*="${name.trim()}"] .add`));
      }
    } else {
      const item = player.page.locator(`.food-item:has(img[alt="${type}"]) .add`).first();
      for (let ordered = 0; ordered < Number(count); ordered++) await player.click(item);
    }
    await player.click('#submit-order button');
  },

  /** A press that is not released yet, a move and a release, as three clicks and moves make them. */
  async 'daily-calendar'(player) {
    const query = await player.query();
    const [, length = '', unit = '', name = '', window = ''] =
      /a (\S+) (\w+) event named "(.*)", between (\S+)/.exec(query) ?? [];
    const slots = unit.startsWith('min') ? Number(length) / 30 : Number(length) * 2;
    const first = { '8AM': 16, '12PM': 24, '4PM': 32 }[window] ?? 16;
    const taken = await player.page.locator('#area > .event').evaluateAll((events) =>
      events.map((event) => {
        const { top, height } = (event as HTMLElement).style;
        const start = Math.round((Number.parseFloat(top) - 4) / 20.42);
        return { start, end: start + Math.round(Number.parseFloat(height) / 20) };
      }),
    );
    const isFree = (start: number) =>
      taken.every((one) => start + slots < one.start || start > one.end);
    const starts = Array.from({ length: 9 - slots }, (_, at) => first + at);
    const start = starts.find(isFree) ?? first;
    const end = start + slots - 1;
    await player.click(`#hh-${start}`);
    // The event is drawn when the pointer moves on, and is over the hour's half it ends with.
    if (slots > 1) await player.hover(`#hh-${end}`);
    else await player.hover(await spotOf(player, `#hh-${end}`));
    await player.click('#newEvent');
    await player.type(name, '#event-name');
    await player.click('#create-event .create');
  },

  async 'tic-tac-toe'(player) {
    for (;;) {
      const marks = await player.page
        .locator('.ttt-row span')
        .evaluateAll((spans) =>
          spans.map((span) =>
            span.className === 'mark-x' ? 1 : span.className === 'mark-o' ? -1 : 0,
          ),
        );
      await player.click(`#ttt-${bestMove(marks)}`);
    }
  },

  /** It has to be below the price by more than it can rise until the click is there. */
  async 'stock-market'(player) {
    const [, asked = ''] = /less than \$(\d+\.\d+)/.exec(await player.query()) ?? [];
    await player.page.waitForFunction(
      ([limit, sinceMs]) => {
        const price = Number(document.getElementById('stock-price')?.textContent?.slice(1));
        const margin = Math.max(0.1, 1.5 - (performance.now() - (sinceMs ?? 0)) / 5_000);
        return price > 0 && price < (limit ?? 0) - margin;
      },
      [Number(asked), await player.page.evaluate(() => performance.now())],
      { polling: 20, timeout: 9_500 },
    );
    await player.click('#buy');
  },
};

/** Another place of the same half hour than its middle, where the pointer is. */
async function spotOf(player: Player, selector: string): Promise<{ x: number; y: number }> {
  const box = await player.page.locator(selector).boundingBox();
  return { x: Math.round((box?.x ?? 0) + 80), y: Math.round((box?.y ?? 0) + 8) };
}
