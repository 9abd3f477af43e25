import type { Player } from '../player.js';
import { type Oracles, submit } from '../task.js';

interface Figure {
  at: number;
  size: string;
  colour: string;
  type: string;
  text: string;
}

/** The figures of the page's grid, by what they are drawn as. */
async function figuresOf(player: Player): Promise<Figure[]> {
  return player.page.locator('#area_svg > *').evaluateAll((elements) =>
    elements.map((element, at) => {
      const shapes: Record<string, string> = {
        rect: 'rectangle',
        circle: 'circle',
        polygon: 'triangle',
      };
      const { width, height } = (element as SVGGraphicsElement).getBBox();
      const font = Number.parseFloat(element.getAttribute('font-size') ?? '');
      const side = Number.isNaN(font) ? Math.max(width, height) : font;
      const letters = element.textContent ?? '';
      const type = shapes[element.localName] ? 'shape' : /\d/.test(letters) ? 'digit' : 'letter';
      return {
        at,
        size: side > 15 ? 'large' : 'small',
        colour: element.getAttribute('fill') ?? '',
        type,
        text: shapes[element.localName] ?? letters,
      };
    }),
  );
}

/** `large red circle`, `green item`, `letter`, `Q`. */
export function isDescribed(figure: Figure, description: string): boolean {
  return description.split(' ').every((word, at, words) => {
    if (at < words.length - 1) return word === figure.size || word === figure.colour;
    return word === 'item' || word === figure.type || word === figure.text;
  });
}

interface Point {
  x: number;
  y: number;
}

/** Circles of a drawing; its page counts from the window's left, and 50 pixels below its top. */
const centres = (player: Player, selector: string): Promise<Point[]> =>
  player.page.locator(selector).evaluateAll((circles) =>
    circles.map((circle) => ({
      x: Number(circle.getAttribute('cx')),
      y: Number(circle.getAttribute('cy')),
    })),
  );

async function mark(player: Player, { x, y }: Point): Promise<void> {
  await player.click({ x: Math.round(x), y: Math.round(y) + 50 });
  await submit(player);
}

/** The point of the drawing for which this is the least. */
function least(of: (point: Point) => number): Point {
  let best = { x: 0, y: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (let y = 6; y < 124; y++) {
    for (let x = 6; x < 146; x++) {
      const value = of({ x, y });
      if (value < least) [best, least] = [{ x, y }, value];
    }
  }
  return best;
}

/** In degrees, as seen from the vertex. */
export function angle(a: Point, b: Point, vertex: Point): number {
  const [one, other] = [a, b].map(({ x, y }) => Math.atan2(y - vertex.y, x - vertex.x));
  const difference = Math.abs((one ?? 0) - (other ?? 0)) % (2 * Math.PI);
  return (Math.min(difference, 2 * Math.PI - difference) * 180) / Math.PI;
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

export const figures: Oracles = {
  async 'click-shape'(player) {
    const [, description = ''] = /Click on an? (.*)/.exec(await player.query()) ?? [];
    const found = (await figuresOf(player)).find((one) => isDescribed(one, description));
    await player.click(player.page.locator('#area_svg > *').nth(found?.at ?? 0));
  },
  async 'count-shape'(player) {
    const [, description = ''] = /How many (.*)s are there/.exec(await player.query()) ?? [];
    const found = (await figuresOf(player)).filter((one) => isDescribed(one, description));
    await player.click(player.exactly('#count-buttons button', `${found.length}`));
  },
  async 'identify-shape'(player) {
    const [figure] = await figuresOf(player);
    const name = figure?.type === 'shape' ? figure.text : figure?.type;
    await player.click(`#area-buttons [data-type="${name}"]`);
  },
  async 'count-sides'(player) {
    const sides = await player.page.evaluate<number>('watched.lines');
    await player.click(`#form [data-sides="${sides}"]`);
  },
  async 'click-color'(player) {
    const [named] = await player.bold();
    const colour =
      named ??
      (await player.page
        .locator('#query-color')
        .evaluate((box) => (box as HTMLElement).style.backgroundColor));
    await player.click(`#area [data-color="${colour}"]`);
  },
  async 'click-shades'(player) {
    const [, colour = ''] = /shades of (\w+)/.exec(await player.query()) ?? [];
    for (const shade of await player.page.locator(`#area [data-color="${colour}"]`).all()) {
      await player.click(shade);
    }
    await submit(player);
  },
  async 'grid-coordinate'(player) {
    const [place = ''] = await player.bold();
    await player.click(`circle[id="${place}"]`);
  },
  async 'ascending-numbers'(player) {
    const texts = player.page.locator('#area_svg text');
    const boxes = await Promise.all((await texts.all()).map((one) => one.boundingBox()));
    for (const [at, box] of boxes.entries()) {
      if (!box) continue;
      // From the second on they are hidden behind squares, a little up and left of them.
      const middle = { x: box.x + (at ? 5 : box.width / 2), y: box.y + (at ? 10 : box.height / 2) };
      await player.click({ x: Math.round(middle.x), y: Math.round(middle.y) });
    }
  },

  async 'circle-center'(player) {
    const [centre] = await centres(player, '.black-circle');
    if (centre) await mark(player, centre);
  },
  async 'find-midpoint'(player) {
    const [a, b] = await centres(player, '.black-circle');
    if (a && b) await mark(player, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  },
  async 'right-angle'(player) {
    const [a] = await centres(player, '#init-black');
    const [vertex] = await centres(player, '#init-blue');
    if (!a || !vertex) return;
    const isFar = (point: Point) => distance(point, vertex) > 20;
    await mark(
      player,
      least((point) => (isFar(point) ? Math.abs(90 - angle(a, point, vertex)) : 1_000)),
    );
  },
  async 'bisect-angle'(player) {
    const [a, b] = await centres(player, '.init-black');
    const [vertex] = await centres(player, '.init-blue');
    if (!a || !b || !vertex) return;
    const isFar = (point: Point) => distance(point, vertex) > 20;
    const uneven = (point: Point) => Math.max(angle(a, point, vertex), angle(b, point, vertex));
    await mark(
      player,
      least((point) => (isFar(point) ? uneven(point) : 1_000)),
    );
  },

  async 'hot-cold'(player) {
    const signal = async (point: Point) => {
      await player.hover(point);
      return (await player.page.textContent('#display'))?.trim() ?? '';
    };
    const within: Record<string, number> = { HOT: 5, WARM: 10, COLD: 40, 'ICE COLD': 1_000 };
    const beyond: Record<string, number> = { HOT: 0, WARM: 5, COLD: 10, 'ICE COLD': 40 };
    // The places where it may be, thinned out with each answer; asked is always one in their midst.
    let places: Point[] = [];
    for (let y = 55; y < 172; y += 2) for (let x = 5; x < 155; x += 2) places.push({ x, y });
    for (let asked: Point = { x: 80, y: 112 }; ; ) {
      const said = await signal(asked);
      if (said === 'HOT') return player.click(asked);
      places = places.filter((place) => {
        const away = distance(place, asked);
        return away < (within[said] ?? 1_000) + 1 && away >= (beyond[said] ?? 0) - 1;
      });
      const reach = said === 'ICE COLD' ? 40 : 10;
      const covers = (point: Point) => places.filter((one) => distance(one, point) < reach).length;
      const [best] = places
        .filter((_, at) => at % Math.ceil(places.length / 150) === 0)
        .map((point) => ({ point, covers: Math.abs(covers(point) - places.length / 2) }))
        .sort((one, other) => one.covers - other.covers);
      if (!best) return;
      asked = best.point;
    }
  },
};
