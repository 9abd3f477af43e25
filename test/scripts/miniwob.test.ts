import { sep } from 'node:path';
import { NovaAct } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { describe, expect, it } from 'vitest';
import { ActLine } from '../../scripts/bench/miniwob/act-line.js';
import { playEpisode } from '../../scripts/bench/miniwob/episode.js';
import { fileIn } from '../../scripts/bench/miniwob/serve-folder.js';
import type { Oracle } from '../../scripts/bench/miniwob/task.js';
import { angle, isDescribed } from '../../scripts/bench/miniwob/tasks/figures.js';
import { bestMove } from '../../scripts/bench/miniwob/tasks/noughts-and-crosses.js';
import { chromium } from '../support/chromium.js';
import { servePages } from '../support/serve-pages.js';

/** A page with what all pages of MiniWoB++ have. */
const PAGE = `<!doctype html><title>task</title><div id="query">Click <b>two</b>, say its seed.</div>
  <div id="area" style="height:100px;overflow-y:scroll"><div style="height:400px"></div>
  <button id="one">one</button><button id="two">two</button><input id="said"></div><script>
  var WOB_DONE_GLOBAL = false, WOB_RAW_REWARD_GLOBAL = 0, seed;
  Math.seedrandom = (given) => { seed = given; };
  const end = (reward) => { WOB_RAW_REWARD_GLOBAL = reward; WOB_DONE_GLOBAL = true; };
  var core = { EPISODE_MAX_TIME: 10, startEpisodeReal() {
    document.querySelector('#one').onclick = () => end(-1);
    document.querySelector('#two').onclick = () => end(document.querySelector('#said').value === seed ? 1 : 0.4);
  } };</script>`;

describe('an episode of MiniWoB++', () => {
  it('is played by protocol calls, and ends with what the page gave for it', async () => {
    const line = new ActLine();
    await using pages = await servePages({ '/': PAGE });
    await using service = await startLocalService({ model: line.model });
    const options = { ...chromium(), ...service.novaActOptions, startingPage: 'about:blank' };
    await NovaAct.use(options, async (nova) => {
      const play = (oracle: Oracle) =>
        playEpisode(nova, line, { url: `${pages.url}/`, seed: '1/task/1', oracle });
      const right = await play(async (player) => {
        expect(await player.query()).toBe('Click two, say its seed.');
        await player.type('1/task/1', '#said');
        await player.click(player.exactly('button', 'two'));
        throw new Error('The episode is over.');
      });
      // A scroll, since the field is out of sight; the text, the click, and the look before the first.
      expect(right).toEqual({ reward: 1, steps: expect.any(Number), notes: [] });
      expect(right.steps).toBeGreaterThanOrEqual(4);
      expect(await play((player) => player.click('#one'))).toMatchObject({ reward: -1, notes: [] });
      expect(await play((player) => player.hover('#one'))).toMatchObject({
        reward: -1,
        notes: ['the oracle had no more to do'],
      });
      const lost = await play(async () => {
        throw new Error('lost');
      });
      expect(lost).toMatchObject({ reward: -1, notes: ['Error: lost'] });
    });
  });

  it('is served from its folder, and nothing beside it', () => {
    const folder = `${sep}pages`;
    expect(fileIn(folder, '/core/core.js?x=1')).toBe(`${folder}${sep}core${sep}core.js`);
    for (const address of ['/../etc/passwd', '/%2e%2e/etc', '/a%00b', '/%E0%A4%A']) {
      expect(fileIn(folder, address)).toBeUndefined();
    }
  });
});

describe('the oracle', () => {
  it('knows a figure by its description', () => {
    const figure = { at: 0, size: 'large', colour: 'red', type: 'shape', text: 'circle' };
    for (const fits of ['large red circle', 'red item', 'large shape', 'circle'])
      expect(isDescribed(figure, fits)).toBe(true);
    for (const not of ['small circle', 'blue item', 'red digit', 'large Q'])
      expect(isDescribed(figure, not)).toBe(false);
  });

  it('measures angles the short way round', () => {
    const vertex = { x: 0, y: 0 };
    expect(angle({ x: 1, y: 0 }, { x: 0, y: 5 }, vertex)).toBeCloseTo(90);
    expect(angle({ x: -1, y: 0.1 }, { x: -1, y: -0.1 }, vertex)).toBeCloseTo(11.42, 1);
  });

  it('wins a game where it can, and makes two ways to win where it cannot yet', () => {
    expect(bestMove([1, 1, 0, -1, -1, 0, 0, 0, 0])).toBe(2);
    expect(bestMove([0, 0, -1, -1, 1, 0, 0, 0, 1])).toBe(0);
    expect([6, 7]).toContain(bestMove([-1, 0, 0, 0, 1, -1, 0, 0, 1]));
  });
});
