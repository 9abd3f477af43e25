import { expect, test } from 'vitest';
import { QuestionRounds } from './question-rounds.case.js';
import { forgetWorlds, worldOf } from './worlds.js';

test('a world is asked for once, however many need it at the same time, and anew for another action', async () => {
  const page = new QuestionRounds({});
  const frame = await page.sessions.mainFrame();
  await page.until(Promise.all([worldOf(frame), worldOf(frame)]));
  expect(await page.until(worldOf(frame))).toBe(1);
  expect(page.rounds).toEqual([['Page.createIsolatedWorld']]);
  forgetWorlds(frame.session);
  await page.until(worldOf(frame));
  expect(page.rounds).toHaveLength(2);
});

test('one that could not be had is asked for again: the document that comes next has one', async () => {
  const answers: Record<string, unknown> = { 'Page.createIsolatedWorld': new Error('No frame') };
  const page = new QuestionRounds(answers);
  const frame = await page.sessions.mainFrame();
  await expect(page.until(worldOf(frame))).rejects.toThrow('No frame');
  delete answers['Page.createIsolatedWorld'];
  expect(await page.until(worldOf(frame))).toBe(1);
});
