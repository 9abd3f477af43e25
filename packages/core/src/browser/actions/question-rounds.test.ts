import { expect, test } from 'vitest';
import { AgentRedirectError } from '../../errors/index.js';
import { type Answers, NODE, QuestionRounds } from '../frames/question-rounds.case.js';
import { worldOf } from '../frames/worlds.js';
import { click } from './click.js';
import type { Hand } from './hand.js';
import { type } from './type/type.js';

const box = { left: 0, top: 0, right: 20, bottom: 20 };
const there: Answers = {
  deepElementAt: NODE,
  hitFacts: { inner: null, mayHideShadow: false },
  describeWith: 'button "Go"',
};

/** A page whose world is known already, as it is asked for while the action begins. */
async function acting(answers: Answers, work: (hand: Hand) => Promise<unknown>) {
  const page = new QuestionRounds({ ...there, ...answers });
  const { sessions, does } = page;
  await page.until(sessions.mainFrame().then(worldOf));
  page.rounds.length = 0;
  const devices = { move: does('move'), down: does('down'), up: does('up') };
  const { signal } = new AbortController();
  const hand = { tab: {}, sessions, devices, signal } as unknown as Hand;
  const came = await page.until(work(hand).catch((error: unknown) => error));
  return { came, rounds: page.rounds };
}

const clicking = (answers: Answers = {}) =>
  acting(
    {
      factsWith: { kind: 'clickable' },
      isStillAt: true,
      howClicked: 'target clicked',
      ...answers,
    },
    (hand) => click(hand, box, { clickType: 'left', blurField: false }),
  );

test('a click asks the page in four rounds, and moves and presses between them', async () => {
  const { came, rounds } = await clicking();
  expect(came).toEqual({ hit: 'button "Go"' });
  expect(rounds).toEqual([
    ['deepElementAt', 'hitFacts'],
    ['factsWith', 'describeWith', 'controlBelowWith'],
    ['move'],
    ['isStillAt', 'describeWith', 'noteClicked'],
    ['down'],
    ['up'],
    ['howClicked', 'Runtime.evaluate'],
  ]);
});

test.each([
  ['drew it anew', false],
  ['went on', new Error('Cannot find context with specified id')],
])(
  'where the page %s under the pointer, what is there now is looked at before it is pressed',
  async (_, isStillAt) => {
    const { rounds } = await clicking({ isStillAt });
    expect(rounds.slice(3, -2)).toEqual([
      ['isStillAt', 'describeWith', 'noteClicked'],
      ['deepElementAt', 'hitFacts'],
      ['factsWith', 'describeWith', 'controlBelowWith'],
      ['describeWith', 'noteClicked'],
      ['down'],
    ]);
  },
);

test('what a click cannot do is refused after two rounds, before anything is done', async () => {
  const { came, rounds } = await clicking({ factsWith: { kind: 'file' } });
  expect(came).toBeInstanceOf(AgentRedirectError);
  expect(rounds).toHaveLength(2);
});

test('the field that is typed into is found in three rounds, before anything is done', async () => {
  const { came, rounds } = await acting(
    { fieldOfWith: NODE, factsWith: { kind: 'text', disabled: true } },
    (hand) => type(hand, 'Oslo', box, { pressEnter: false }),
  );
  expect(came).toMatchObject({ message: expect.stringContaining('is disabled') });
  expect(rounds.slice(0, 3)).toEqual([
    ['deepElementAt', 'hitFacts'],
    ['controlBelowWith', 'segmentsAt', 'fieldOfWith'],
    ['factsWith', 'ownPoint'],
  ]);
});
