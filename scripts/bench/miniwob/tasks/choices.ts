import type { Player } from '../player.js';
import { type Oracles, submit } from '../task.js';

/** `Select a, b and click Submit`, `Select words similar to a, b and click Submit`. */
async function asked(player: Player): Promise<string[]> {
  const [, list = ''] =
    /^Select (?:words similar to )?(.*?),? (?:and click|from the)/.exec(await player.query()) ?? [];
  return list === 'nothing' ? [] : list.split(', ');
}

const labelled = (player: Player, label: string) =>
  player.exactly('#area label', label).locator('input');

async function tick(player: Player): Promise<void> {
  for (const label of await asked(player)) await player.click(labelled(player, label));
  await submit(player);
}

async function pickDate(player: Player): Promise<void> {
  const [, date = ''] = /Select (\S+) as the date/.exec(await player.query()) ?? [];
  await player.click('#datepicker');
  await turnTo(player, date);
  await submit(player);
}

/** In a calendar that is open: to the month, and the day clicked. `date` is MM/DD/YYYY. */
export async function turnTo(player: Player, date: string): Promise<void> {
  const [month = 0, day, year = 0] = date.split('/').map(Number);
  for (;;) {
    const shown = await player.page.textContent('.ui-datepicker-title');
    const at = new Date(`1 ${(shown ?? '').replace('\u00a0', ' ')}`);
    const away = year * 12 + month - 1 - (at.getFullYear() * 12 + at.getMonth());
    if (away === 0) break;
    await player.click(away > 0 ? '.ui-datepicker-next' : '.ui-datepicker-prev');
  }
  await player.click(player.exactly('.ui-datepicker-calendar td a', `${day}`));
}

/**
 * Clicks the slider where this value is, at a pixel that the page reads as it, where there is one. A click
 * on the handle would move nothing, so that is brought out of the way first.
 */
async function slide(player: Player, slider: string, value: number): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    const place = await player.page.locator(slider).evaluate(placeOnSlider, value);
    if (!place) return;
    await player.click(place);
  }
}

interface JQuery {
  $(element: Element): { slider(method: string, option?: string): unknown };
}

/** Self-contained: Playwright runs it in the page. Null where the slider has the value already. */
function placeOnSlider(element: Element, value: number): { x: number; y: number } | null {
  const slider = (globalThis as unknown as JQuery).$(element);
  const [min, max] = ['min', 'max'].map((name) => Number(slider.slider('option', name)));
  if (slider.slider('value') === value) return null;
  const isVertical = slider.slider('option', 'orientation') === 'vertical';
  const { left, top, width, height } = element.getBoundingClientRect();
  const [start, length] = isVertical ? [top, height] : [left, width];
  const valueAt = (place: number) => {
    const share = (place - start) / length;
    return Math.round((min ?? 0) + (isVertical ? 1 - share : share) * ((max ?? 0) - (min ?? 0)));
  };
  const places: number[] = [];
  for (let at = Math.ceil(start); at < start + length; at++) places.push(at);
  const fitting = places.filter((at) => valueAt(at) === value);
  const nearest = [...places].sort(
    (a, b) => Math.abs(valueAt(a) - value) - Math.abs(valueAt(b) - value),
  );
  const pixel = fitting[Math.floor(fitting.length / 2)] ?? nearest[0] ?? start;
  const across = isVertical ? Math.round(left + width / 2) : Math.round(top + height / 2);
  const pointAt = (at: number) => (isVertical ? { x: across, y: at } : { x: at, y: across });
  const point = pointAt(pixel);
  const handle = element.querySelector('.ui-slider-handle')?.getBoundingClientRect();
  const isOnHandle =
    !!handle &&
    point.x >= handle.left - 1 &&
    point.x <= handle.right + 1 &&
    point.y >= handle.top - 1 &&
    point.y <= handle.bottom + 1;
  if (!isOnHandle) return point;
  const [first = start, last = start] = [places[0], places.at(-1)];
  return pointAt(pixel - start > length / 2 ? first : last);
}

export const choices: Oracles = {
  'click-checkboxes': tick,
  'click-checkboxes-large': tick,
  'click-checkboxes-transfer': tick,
  async 'click-checkboxes-soft'(player) {
    const synonyms = await player.page.evaluate<string[][]>('SYNONYMS');
    const labels = await player.texts('#boxes label');
    for (const word of await asked(player)) {
      const alike = synonyms.find((group) => group.includes(word)) ?? [];
      const label = labels.find((one) => alike.includes(one.trim()));
      if (label) await player.click(labelled(player, label));
    }
    await submit(player);
  },
  'click-option': tick,
  async 'number-checkboxes'(player) {
    const [, number = ''] = /"(\d)"/.exec(await player.query()) ?? [];
    const pattern = await player.page.evaluate<number[][]>(`PATTERNS[${number}]`);
    for (const [at, isOn] of pattern.flat().entries()) {
      if (isOn) await player.click(player.page.locator('#checkboxes input').nth(at));
    }
    await submit(player);
  },

  async 'choose-list'(player) {
    const [, item = ''] = /Select (.*) from the list/.exec(await player.query()) ?? [];
    await player.type(item, '#options');
    await player.click('#area button');
  },
  async 'click-scroll-list'(player) {
    await player.type((await asked(player)).join(', '), '#options');
    await player.click('#area button');
  },
  async 'form-sequence-3'(player) {
    const [, height = '', button = ''] =
      /Choose (.*) from .* "(.*)"/.exec(await player.query()) ?? [];
    await player.click('.selectric');
    await player.click(player.exactly('.selectric-items li', height));
    await player.click(player.exactly('#buttons button', button));
  },

  'choose-date': pickDate,
  'choose-date-easy': pickDate,
  'choose-date-medium': pickDate,
  'choose-date-nodelay': pickDate,

  async 'use-spinner'(player) {
    const [, number = '0'] = /Select (-?\d+)/.exec(await player.query()) ?? [];
    const wanted = Number(number);
    for (;;) {
      const now = Number(await player.page.inputValue('#spinner'));
      if (now === wanted) break;
      await player.click(now < wanted ? '.ui-spinner-up' : '.ui-spinner-down');
    }
    await submit(player);
  },
  async 'use-slider'(player) {
    const [, number = '0'] = /Select (-?\d+)/.exec(await player.query()) ?? [];
    await slide(player, '#slider', Number(number));
    await submit(player);
  },
  async 'use-slider-2'(player) {
    const [list = '[]'] = /\[.*\]/.exec(await player.query()) ?? [];
    for (const [at, value] of (JSON.parse(list) as number[]).entries()) {
      await slide(player, `#slider-${at + 1}`, value);
    }
    await submit(player);
  },
  async 'form-sequence'(player) {
    const [, number = '0', box = ''] =
      /Select (-?\d+) .* the (\d)/.exec(await player.query()) ?? [];
    await slide(player, '#slider', Number(number));
    await player.click(`#checkbox-${box}`);
    await submit(player);
  },
  async 'form-sequence-2'(player) {
    const [, radio = '', number = '', box = ''] =
      /the (\d)\w+ radio .* "(-?\d+)" into the (\d)/.exec(await player.query()) ?? [];
    await player.click(player.page.locator('#area input[type=radio]').nth(Number(radio) - 1));
    await player.type(number, `#input-${box}`);
    await submit(player);
  },
};
