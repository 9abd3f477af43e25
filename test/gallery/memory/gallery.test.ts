import { type ActOptions, NovaAct } from '@nova-act/core';
import { type RunningLocalService, scriptedModel, startLocalService } from '@nova-act/local';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium } from '../../support/chromium.js';
import { ShiftedClock } from '../../support/shifted-clock.js';
import { TestMemory } from '../../support/test-memory.js';
import { callOf } from './call-of.js';
import { type MemoryGallery, startMemoryGallery } from './gallery-server.js';
import type { Deed, MemoryPair } from './memory-pair.js';
import { memoryPairs } from './pages/index.js';

let gallery: MemoryGallery;
let service: RunningLocalService;
let nova: NovaAct;
const memory = new TestMemory();
const clock = new ShiftedClock();
/** What the model does; afterwards it has nothing to do, and is only asked or not. */
let deeds: readonly Deed[] = [];
let answer: string | undefined;
let asked = 0;

beforeAll(async () => {
  gallery = await startMemoryGallery();
  service = await startLocalService({
    model: scriptedModel(async ({ step }) => {
      asked++;
      const deed = deeds[step - 1];
      if (deed) return [await callOf(deed, nova.page), 'takeObservation'];
      return [answer === undefined ? 'return' : ['return', JSON.stringify(answer)]];
    }),
  });
  const options = { ...chromium(), ...service.novaActOptions, memory, clock };
  nova = await NovaAct.start({ ...options, startingPage: 'about:blank' });
});
afterAll(async () => {
  await nova?.stop();
  await service?.stop();
  await gallery?.[Symbol.asyncDispose]();
});

const does = ({ prompt, answered }: MemoryPair, options: ActOptions) =>
  answered === undefined ? nova.act(prompt, options) : nova.actGet(prompt, options);

/** Recordings made already: many pairs begin alike. */
const recorded = new Map<string, [string, string][]>();

async function record(pair: MemoryPair): Promise<void> {
  const { prompt, variables = {}, before, parts, did, answered } = pair;
  const same = JSON.stringify([prompt, variables, before, parts, did, answered]);
  const known = recorded.get(same);
  memory.kept.clear();
  if (known) {
    for (const [id, text] of known) memory.kept.set(id, text);
    return;
  }
  gallery.show(pair, 'before');
  await nova.goToUrl(gallery.url);
  deeds = pair.did;
  answer = pair.answered;
  await does(pair, { memory: 'record', variables });
  recorded.set(same, [...memory.kept]);
}

/** The act on the page as it has become, and what was done there. */
async function play(pair: MemoryPair, mode: 'use' | 'only') {
  gallery.show(pair, 'after');
  await nova.goToUrl(gallery.url);
  await nova.page.evaluate(() => sessionStorage.clear());
  deeds = [];
  asked = 0;
  const variables = pair.variablesNow ?? pair.variables ?? {};
  const outcome = await does(pair, { memory: mode, variables }).catch((error: unknown) => error);
  const done = await nova.page.evaluate(() => sessionStorage.getItem('done') ?? '[]');
  return { outcome, done: JSON.parse(done), asked };
}

describe('the gallery of acts that are remembered', () => {
  it.each(memoryPairs.map((pair) => [`${pair.must}: ${pair.name}`, pair] as const))(
    '%s',
    async (_, pair) => {
      clock.days = 0;
      if (pair.widthAfter) await nova.page.setViewportSize({ width: 1600, height: 813 });
      await record(pair);
      clock.days = pair.days ?? 0;
      if (pair.widthAfter) await nova.page.setViewportSize({ width: pair.widthAfter, height: 813 });
      try {
        const { outcome, done, asked: times } = await play(pair, 'use');
        const { healed, why } = (
          outcome as { metadata: { memory: { healed: boolean; why?: string } } }
        ).metadata.memory;
        expect({ done, asked: times > 0, why: why ?? '' }).toEqual({
          done: pair.does,
          asked: pair.must !== 'play',
          why: expect.stringMatching(pair.why ?? /^/),
        });
        if (pair.must !== 'ask') expect(healed).toBe(pair.must === 'heal');
      } finally {
        if (pair.widthAfter) await nova.page.setViewportSize({ width: 1600, height: 813 });
      }
    },
  );

  // That it fails, and does nothing else, where nobody may be asked.
  const broken = memoryPairs.filter(({ must }) => must === 'heal').filter((_, at) => at % 8 === 0);
  it.each(broken.map((pair) => [pair.name, pair] as const))('fail: %s', async (_, pair) => {
    clock.days = 0;
    await record(pair);
    clock.days = pair.days ?? 0;
    const { outcome, done, asked: times } = await play(pair, 'only');
    expect(outcome).toMatchObject({ code: 'ACT_NOT_REMEMBERED' });
    expect({ done, times }).toEqual({ done: pair.does, times: 0 });
  });
});
