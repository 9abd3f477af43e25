import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgentRedirectError } from '../../src/errors/index.js';
import { openHand, type TestHand } from '../support/open-hand.js';

/** Frames by path; `late` in it takes 400 ms. */
const inner: Record<string, string> = {
  old: '<button id="b">Pay</button><input id="q">',
  new: '<button id="b" onclick="document.title = 1">Pay now</button><input id="q">',
  leaves: '<button id="b" onclick="location.href = OTHER">Pay</button><input id="q">',
  'leaves-on-press':
    '<button id="b" onmousedown="location.href = OTHER">Pay</button><input id="q">',
  'leaves-on-hover':
    '<button id="b" onmouseenter="location.href = OTHER">Pay</button><input id="q">',
  'leaves-while-typed':
    '<button id="b">Pay</button><input id="q" oninput="if (value.length === 3) location.href = OTHER">',
  'goes-while-typed':
    '<button id="b">Pay</button><input id="q" oninput="if (value.length === 3) parent.postMessage(1, `*`)">',
  goes: '<button id="b" onclick="parent.postMessage(1, `*`)">Pay</button><input id="q">',
};
const server = createServer(({ url = '/' }, response) => {
  const [, name = ''] = /\/(?:late-)?([a-z-]+)$/.exec(url) ?? [];
  const html = (inner[name] ?? '').replaceAll('OTHER', `'${here}/new'`);
  response.setHeader('content-type', 'text/html');
  setTimeout(() => response.end(`<body style="margin:0">${html}`), url.includes('late-') ? 400 : 0);
});
let here = '';
let there = '';
let hand: TestHand;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  here = `http://127.0.0.1:${port}`;
  there = `http://localhost:${port}`;
  hand = await openHand({ startingPage: here });
});
afterAll(async () => {
  await hand.actuator.stop();
  server.closeAllConnections();
  server.close();
});

const frameAt = (src: string) => `<body style="margin:0">
  <button id="own" style="display:block;height:40px" onclick="f.src='${here}/late-new'">Renew</button>
  <iframe id="f" src="${src}" style="border:0;display:block;width:300px;height:150px"></iframe>
  <script>addEventListener('message', () => f.remove())</script>`;

async function open(src: string): Promise<void> {
  await hand.actuator.goToUrl(here, hand.signal);
  await hand.page.setContent(frameAt(src));
  await hand.page.frameLocator('#f').locator('#b').waitFor();
}
const boxIn = async (selector: string) => {
  const rect = await hand.page.frameLocator('#f').locator(selector).boundingBox();
  if (!rect) throw new Error(`${selector} has no box`);
  const { x, y, width, height } = rect;
  return { left: x, top: y, right: x + width, bottom: y + height };
};
const click = (box: Awaited<ReturnType<typeof boxIn>>) =>
  hand.actuator.click(box, { clickType: 'left' }, hand.signal);
/** Done, or a redirect that the agent can go on from: nothing that ends the act. */
const survived = (action: Promise<unknown>) =>
  action.catch((error: unknown) => expect(error).toBeInstanceOf(AgentRedirectError));
const titleInFrame = async () => (await hand.page.frames()[1]?.title()) ?? '';

describe('a frame of another site', () => {
  it('that goes to a third while the button in it is looked for ends nothing', async () => {
    await open(`${there}/old`);
    const box = await boxIn('#b');
    await click(await hand.boxOf('#own'));
    // Over and over, from before the swap until after it.
    for (let at = 0; at < 25; at++) await survived(click(box));
    await hand.actuator.settle(hand.signal);
    await hand.page.frameLocator('#f').locator('text=Pay now').waitFor();
    await click(box);
    expect(await titleInFrame()).toBe('1');
  });

  it.each(['leaves', 'leaves-on-press', 'leaves-on-hover', 'goes'])(
    'that %s under the click is a page like any other afterwards',
    async (name) => {
      await open(`${there}/${name}`);
      await survived(click(await boxIn('#b')));
      await hand.actuator.settle(hand.signal);
      await hand.actuator.observe(hand.signal);
      await click(await hand.boxOf('#own'));
      await hand.actuator.settle(hand.signal);
      expect(await hand.page.title()).toBe('');
    },
  );

  it.each(['leaves-while-typed', 'goes-while-typed'])(
    'that %s tells the agent, and spills no keys',
    async (name) => {
      await open(`${there}/${name}`);
      const box = await boxIn('#q');
      const typing = hand.actuator.type('x'.repeat(100), box, { pressEnter: false }, hand.signal);
      await expect(typing).rejects.toBeInstanceOf(AgentRedirectError);
      await hand.actuator.settle(hand.signal);
      await hand.actuator.observe(hand.signal);
    },
  );

  // One key in seven or so is on its way to the frame at that moment, and never answered.
  it('that goes with a key on its way to it holds up nothing, and no key stays down', async () => {
    for (let at = 0; at < 6; at++) {
      await open(`${there}/goes-while-typed`);
      const typing = hand.actuator.type(
        'x'.repeat(100),
        await boxIn('#q'),
        { pressEnter: false },
        hand.signal,
      );
      await expect(typing).rejects.toBeInstanceOf(AgentRedirectError);
    }
    await hand.page.setContent('<textarea onkeydown="value = event.repeat"></textarea>');
    await hand.page.locator('textarea').press('x');
    expect(await hand.page.locator('textarea').inputValue()).toBe('falsex');
  });
});

describe('a document without a root', () => {
  it.each([
    ['taken away', 'document.documentElement.remove()'],
    [
      'closed without content',
      'document.open(); document.close(); document.documentElement?.remove()',
    ],
    ['replaced by a comment', 'document.replaceChildren(document.createComment("nothing"))'],
  ])('is seen and waited for, and has nothing to act upon: %s', async (_, script) => {
    await hand.actuator.goToUrl(here, hand.signal);
    await hand.page.evaluate(script);
    const box = { left: 10, top: 10, right: 50, bottom: 50 };
    const nothing = { name: 'AgentRedirectError', message: expect.stringContaining('nothing at') };
    await expect(click(box)).rejects.toMatchObject(nothing);
    await expect(
      hand.actuator.type('x', box, { pressEnter: true }, hand.signal),
    ).rejects.toMatchObject(nothing);
    await expect(hand.actuator.scroll('down', box, {}, hand.signal)).rejects.toMatchObject(nothing);
    await expect(hand.actuator.hover(box, hand.signal)).rejects.toMatchObject(nothing);
    await hand.actuator.settle(hand.signal);
    const seen = await hand.actuator.observe(hand.signal);
    expect(seen.browserDimensions.windowWidth).toBe(1600);
  });

  it('in a frame is captured as one that is empty', async () => {
    const rootless = await openHand({ startingPage: here, captureDom: true });
    await rootless.page.setContent(frameAt(`${here}/old`));
    await rootless.page.frameLocator('#f').locator('#b').waitFor();
    await rootless.page.frames()[1]?.evaluate('document.documentElement.remove()');
    const { simplifiedDOM } = await rootless.actuator.observe(rootless.signal);
    expect(simplifiedDOM).toContain('<iframe');
    expect(simplifiedDOM).not.toContain('Pay');
    await rootless.actuator.stop();
  });
});
