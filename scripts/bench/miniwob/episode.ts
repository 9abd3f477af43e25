import type { NovaAct } from '@nova-act/core';
import type { Page } from 'playwright';
import type { ActLine } from './act-line.js';
import { EpisodeOver, Player } from './player.js';
import type { Oracle } from './task.js';

export interface Episode {
  /** What the page gave, without its deduction for time; -1 where it gave nothing. */
  reward: number;
  steps: number;
  /** Why it may have gone wrong: what was not done, what went wrong. */
  notes: readonly string[];
}

/** More than any page needs; a page that does not end by then is lost. */
const maxSteps = 80;

/** Plays one episode of the page, of the kind that the seed makes. */
export async function playEpisode(
  nova: NovaAct,
  line: ActLine,
  { url, seed, oracle }: { url: string; seed: string; oracle: Oracle },
): Promise<Episode> {
  await nova.goToUrl(url);
  const page = nova.page as Page;
  // What runs these sources wraps inner functions in this helper; a page that is asked has none.
  await page.evaluate('globalThis.__name ??= (fn) => fn');
  await page.evaluate(startEpisode, seed);
  const player = new Player(page, line);
  const begun = line.begin();
  const act = nova.act('Play', { maxSteps });
  const ended = act.then(
    ({ metadata }) => ({ steps: metadata.numStepsExecuted, notes: [] }),
    (error: unknown) => ({ steps: 0, notes: [`${error}`] }),
  );
  const played = begun
    .then(() => oracle(player))
    .then(
      () => ['the oracle had no more to do'],
      (error: unknown) => (error instanceof EpisodeOver ? [] : [`${error}`]),
    );
  const notes = await Promise.race([
    played.then((own) => {
      line.end([['return', '"played"']]);
      return own;
    }),
    ended.then((one) => one.notes),
  ]);
  const { steps } = await ended;
  const reward = await page.evaluate<number>('WOB_DONE_GLOBAL ? WOB_RAW_REWARD_GLOBAL : -1');
  return { reward, steps, notes: [...notes, ...player.redirects] };
}

/** Runs in the page: deals an episode, and notes what is only to be seen for a moment, or only as a picture. */
function startEpisode(seed: string): void {
  const page = globalThis as unknown as {
    core: { EPISODE_MAX_TIME: number; startEpisodeReal(): void };
    watched: { pushes: number[]; lines: number };
  };
  page.watched = { pushes: [], lines: 0 };
  new MutationObserver((changes) => {
    for (const { target, oldValue } of changes) {
      const button = target as HTMLElement;
      if (button.classList.contains('push') && !/\bpush\b/.test(oldValue ?? ''))
        page.watched.pushes.push(Number(button.dataset.button));
    }
  }).observe(document, {
    subtree: true,
    attributes: true,
    attributeFilter: ['class'],
    attributeOldValue: true,
  });
  const { lineTo } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.lineTo = function (...to) {
    page.watched.lines += 1;
    return lineTo.apply(this, to);
  };
  // Whether it is done right is asked here, not whether in the time that this machine needs.
  page.core.EPISODE_MAX_TIME = 600_000;
  (Math as unknown as { seedrandom(seed: string): void }).seedrandom(seed);
  page.core.startEpisodeReal();
}
