import type { Player } from './player.js';

/** Plays one episode, from the page as it stands to its reward. */
export type Oracle = (player: Player) => Promise<void>;

/** Oracles by the names of their pages. */
export type Oracles = Readonly<Record<string, Oracle>>;

/** Clicks the button that hands the answer in. */
export const submit = (player: Player): Promise<void> =>
  player.click(player.page.locator('#subbtn, #submit').first());
