import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NovaAct } from '@nova-act/core';
import {
  type LocalModel,
  type RunningLocalService,
  recordModel,
  replayModel,
  scriptedModel,
  startLocalService,
} from '@nova-act/local';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromium } from '../../support/chromium.js';
import { callOf } from './call-of.js';
import { type MemoryGallery, startMemoryGallery } from './gallery-server.js';
import type { Deed, MemoryPair } from './memory-pair.js';
import { memoryPairs } from './pages/index.js';

let gallery: MemoryGallery;
let service: RunningLocalService;
let nova: NovaAct;
let model: LocalModel;
const folder = mkdtempSync(join(tmpdir(), 'nova-act-cassettes-'));

beforeAll(async () => {
  gallery = await startMemoryGallery();
  service = await startLocalService({ model: { name: 'this', step: (step) => model.step(step) } });
  const options = { ...chromium(), ...service.novaActOptions, startingPage: 'about:blank' };
  nova = await NovaAct.start(options);
});
afterAll(async () => {
  await nova?.stop();
  await service?.stop();
  await gallery?.[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const scripted = (deeds: readonly Deed[]) =>
  scriptedModel(async ({ step }) => {
    const deed = deeds[step - 1];
    return deed ? [await callOf(deed, nova.page), 'takeObservation'] : ['return'];
  });

/** What is done on one state of a pair. */
async function doneOn(pair: MemoryPair, state: 'before' | 'after', by: LocalModel) {
  gallery.show(pair, state);
  await nova.goToUrl(gallery.url);
  await nova.page.evaluate(() => sessionStorage.clear());
  model = by;
  const { prompt, variables = {} } = pair;
  const outcome = await nova.act(prompt, { variables }).catch((error: unknown) => error);
  const done = await nova.page.evaluate(() => sessionStorage.getItem('done') ?? '[]');
  return { outcome, done: JSON.parse(done) as string[] };
}

/** A page made anew may have a link where a button was: without a model to ask, that is not held against it. */
const BY_DESIGN = ['the button is a link of that name now, which leads elsewhere'];

// A cassette has no variables, no days and no windows of another width: it is the wire as it was.
const pairs = memoryPairs.filter(
  (pair) => !pair.variablesNow && !pair.days && !pair.widthAfter && !BY_DESIGN.includes(pair.name),
);

// It has no model to ask: it goes on where its targets are, whatever else the page says. But those they must be.
it.each(pairs.map((pair, at) => [pair.name, pair, at] as const))(
  'a cassette points at nothing else: %s',
  async (_, pair, at) => {
    const directory = join(folder, `${at}`);
    const first = await doneOn(pair, 'before', recordModel(scripted(pair.did), { directory }));
    const again = await doneOn(pair, 'after', replayModel({ directory, maxLooks: 0 }));
    const allowed = [...first.done, ...pair.does];
    expect(again.done.filter((each) => !allowed.includes(each))).toEqual([]);
  },
);
