import type { Player } from '../player.js';
import { type Oracles, submit } from '../task.js';

async function toTheEnd(player: Player, direction: 'up' | 'down'): Promise<void> {
  for (;;) {
    const room = await player.page
      .locator('#text-area')
      .evaluate((area) => [area.scrollTop, area.scrollHeight - area.clientHeight - area.scrollTop]);
    if ((room[direction === 'up' ? 0 : 1] ?? 0) < 1) return;
    await player.scroll(direction, '#text-area');
  }
}

export const scrolling: Oracles = {
  async 'scroll-text-2'(player) {
    await toTheEnd(player, (await player.query()).includes('to the bottom') ? 'down' : 'up');
    await submit(player);
  },
  async 'sign-agreement'(player) {
    const query = await player.query();
    const [, name, button = 'Cancel'] = /the name "(.*)" then press "(.*)"/.exec(query) ?? [];
    if (name) {
      await toTheEnd(player, 'down');
      await player.type(name, '#name');
    }
    await player.click(button === 'Agree' ? '#agree' : '#cancel');
  },
};
