import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgentRedirectError } from '../../../packages/core/src/errors/index.js';
import { openHand, type TestHand } from '../../../packages/core/test/support/open-hand.js';
import type { ActionPage } from './action-page.js';
import { type ActionGallery, startActionGallery } from './gallery-server.js';
import { handOn } from './hand-on.js';
import { actionPages } from './pages/index.js';
import { slowDown } from './slow-down.js';
import { uploads } from './uploads.js';

let gallery: ActionGallery;
let hand: TestHand;
beforeAll(async () => {
  gallery = await startActionGallery(actionPages);
  hand = await openHand({ security: { allowedFileUploadPaths: [await uploads.directory()] } });
  await slowDown(hand);
});
afterAll(async () => {
  await hand.actuator.stop();
  await gallery[Symbol.asyncDispose]();
  await uploads.remove();
});

describe('the gallery of actions', () => {
  it.each(actionPages.map((page) => [page.name, page] as const))('%s', async (_, page) => {
    await hand.actuator.goToUrl(gallery.urlOf(page), hand.signal);
    await hand.page.waitForLoadState('load');
    const outcome = await page.act(handOn(hand)).catch((error: unknown) => {
      if (page.says instanceof RegExp && error instanceof AgentRedirectError) return error;
      throw error;
    });
    if (page.says instanceof RegExp) {
      expect(outcome).toBeInstanceOf(AgentRedirectError);
      expect((outcome as Error).message).toMatch(page.says);
    } else if (page.says !== undefined) {
      expect(outcome).toMatchObject(page.says as object);
    }
    await expect.poll(() => stateOf(page)).toEqual(page.is);
    for (const extra of hand.actuator.pages?.slice(1) ?? []) await extra.close();
  });
});

async function stateOf(page: ActionPage): Promise<unknown> {
  const frames = hand.page.frames();
  const frame = page.stateInFrame === undefined ? hand.page.mainFrame() : frames[page.stateInFrame];
  return frame?.evaluate(page.state);
}
