import type { Player } from '../player.js';
import { type Oracles, submit } from '../task.js';

/** Opens part after part until the link that is asked for is seen. */
const findBehind =
  (parts: string) =>
  async (player: Player): Promise<void> => {
    const [, link = ''] = /"(.*)"/.exec(await player.query()) ?? [];
    const meant = player.exactly('.alink', link);
    const count = await player.page.locator(parts).count();
    for (let part = 0; part < count; part++) {
      for (const one of await meant.all()) {
        if (await one.isVisible()) return player.click(one);
      }
      await player.click(player.page.locator(parts).nth(part));
    }
    for (const one of await meant.all()) if (await one.isVisible()) return player.click(one);
  };

async function openSection(player: Player): Promise<void> {
  await player.click('#area h3');
  await submit(player);
}

async function clickInPie(player: Player): Promise<void> {
  const [item = ''] = await player.bold();
  await player.click('#divWheel [id*=spreader]');
  await player.click(player.exactly('#divWheel text', item));
}

export const menus: Oracles = {
  'click-collapsible': openSection,
  'click-collapsible-nodelay': openSection,
  'click-collapsible-2': findBehind('#area h3'),
  'click-collapsible-2-nodelay': findBehind('#area h3'),
  async 'click-tab'(player) {
    const [, number = ''] = /#(\d)/.exec(await player.query()) ?? [];
    await player.click(`#area ul a[href="#tabs-${number}"]`);
  },
  'click-tab-2': findBehind('#area ul a'),
  'click-tab-2-easy': findBehind('#area ul a'),
  'click-tab-2-medium': findBehind('#area ul a'),
  'click-tab-2-hard': findBehind('#area ul a'),

  async 'click-menu'(player) {
    const [, path = ''] = /Select (.*)/.exec(await player.query()) ?? [];
    const names = path.split('>');
    const leaf = names.pop() ?? '';
    for (const name of names) await player.hover(player.exactly('#menu li > div', name));
    await player.click(player.exactly('#menu li > div', leaf));
  },
  async 'click-menu-2'(player) {
    const [, label] = /labeled "(.*)"/.exec(await player.query()) ?? [];
    const icon = await player.page
      .locator('#query .ui-icon')
      .evaluateAll(([one]) => one?.classList[1]);
    const item = label
      ? player.exactly('#menu li > div', label)
      : player.page.locator(`#menu li > div:has(.${icon})`);
    await player.click('#open-menu');
    if (!(await item.isVisible()))
      await player.hover(player.exactly('#menu > li > div', 'Playback'));
    await player.click(item);
  },
  'click-pie': clickInPie,
  'click-pie-nodelay': clickInPie,

  async 'navigate-tree'(player) {
    const [, name = ''] = /"(.*)"/.exec(await player.query()) ?? [];
    const meant = player.exactly('#tree span', name).first();
    const around = await meant.locator('xpath=ancestor::ul/preceding-sibling::span').all();
    for (const folder of around) {
      const inside = folder.locator('xpath=following-sibling::ul');
      if (!(await inside.isVisible())) await player.click(folder);
    }
    await player.click(meant);
  },
};
