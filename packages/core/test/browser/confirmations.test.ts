import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHand, type TestHand } from '../support/open-hand.js';

const page = (script: string) =>
  `data:text/html,${encodeURIComponent(`<button id="save">Save</button><p id="list">One</p><script>
    const say = (text, ms) => { const p = document.createElement('p'); p.textContent = text; p.style.cssText = 'position:fixed;bottom:0'; document.body.append(p); setTimeout(() => p.remove(), ms); };
    document.getElementById('save').onclick = () => { ${script} };</script>`)}`;

let hand: TestHand;
beforeAll(async () => {
  hand = await openHand({ captureDom: true });
});
afterAll(() => hand.actuator.stop());

const clickSave = async () => {
  await hand.actuator.click(await hand.boxOf('#save'), { clickType: 'left' }, hand.signal);
  const { reason } = await hand.actuator.settle(hand.signal);
  const { simplifiedDOM } = await hand.actuator.observe(hand.signal);
  return { reason, simplifiedDOM };
};

test('a toast that is gone at rest is in what the model gets, and the next time nobody waits for its end', async () => {
  await hand.page.goto(page(`say('Saved', 1500)`));
  const first = await clickSave();
  expect(first.simplifiedDOM).toContain('Saved');
  expect(first.reason).toMatch(/^timer \d+ ms, then quiet; "Saved" was there before, and is seen$/);
  const second = await clickSave();
  expect(second).toMatchObject({ reason: 'quiet, with timer still coming' });
  expect(second.simplifiedDOM).toContain('Saved');
});

test('what came after a toast is in what the model gets, and the toast is told', async () => {
  await hand.page.goto(
    page(`say('Saving', 1500); setTimeout(() => { list.textContent = 'Two'; }, 1700)`),
  );
  const { reason, simplifiedDOM } = await clickSave();
  expect(simplifiedDOM).toContain('Two');
  expect(simplifiedDOM).not.toContain('Saving');
  expect(reason).toMatch(/; "Saving" was there before$/);
});
