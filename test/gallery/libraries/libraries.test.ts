import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHand, type TestHand } from '../../../packages/core/test/support/open-hand.js';
import { handOn } from '../actions/hand-on.js';
import { slowDown } from '../actions/slow-down.js';
import { type LibraryServer, startLibraryServer } from './library-server.js';
import { libraryCases } from './pages/index.js';

let server: LibraryServer;
let hand: TestHand;
beforeAll(async () => {
  server = await startLibraryServer();
  hand = await openHand();
  await slowDown(hand);
});
afterAll(async () => {
  await hand.actuator.stop();
  await server[Symbol.asyncDispose]();
});

const titled = libraryCases.map((it) => [`${it.library}: ${it.name}`, it] as const);

describe('real widgets, by actions of the protocol alone', () => {
  it.each(titled)('%s', async (_, { library, act, state, is, says }) => {
    const { actuator, signal } = hand;
    await actuator.goToUrl(server.urlOf(library), signal);
    await actuator.settle(signal);
    const said = await act(handOn(hand, { settles: true }));
    if (says !== undefined) expect(said).toMatchObject(says as object);
    expect(await hand.page.evaluate(state)).toEqual(is);
  });
});
