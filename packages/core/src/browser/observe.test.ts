import { describe, expect, it, vi } from 'vitest';
import { fakeClock } from '../../test/support/fake-clock.js';
import type { FrameSessions } from './frames/frame-sessions.js';
import { observe } from './observe.js';

const facts = {
  url: 'https://example.com/',
  userAgent: 'a browser',
  title: 'A page',
  dimensions: {
    windowWidth: 8,
    windowHeight: 8,
    scrollWidth: 8,
    scrollHeight: 8,
    scrollLeft: 0,
    scrollTop: 0,
  },
};

type Facts = typeof facts;

/** A page of which a picture is asked for; `answer` gives what comes of the one with that number. */
function pageWith(
  answer: (picture: number) => Promise<{ data: string }>,
  factsAfter: (pictures: number) => Facts = () => facts,
) {
  let pictures = 0;
  const send = async (method: string) => {
    if (method === 'Page.createIsolatedWorld') return { executionContextId: 1 };
    if (method === 'Runtime.callFunctionOn') return { result: { value: factsAfter(pictures) } };
    if (method === 'Page.captureScreenshot') return answer(++pictures);
    throw new Error(`${method} is not expected`);
  };
  const main = { send };
  const sessions = { main, refresh() {}, mainFrame: async () => ({ session: main, frameId: 'f' }) };
  return { sessions: sessions as unknown as FrameSessions, asked: () => pictures };
}

const never = () => new Promise<never>(() => {});
const options = { captureDom: false, masks: undefined };

describe('a picture that the browser never gives', () => {
  it('is asked for again', async () => {
    const clock = fakeClock();
    const page = pageWith((picture) =>
      picture === 1 ? never() : Promise.resolve({ data: 'seen' }),
    );
    const seeing = observe(page.sessions, options, new AbortController().signal, clock);
    await vi.waitFor(() => expect(page.asked()).toBe(1));
    clock.advance(2_999);
    expect(page.asked()).toBe(1);
    clock.advance(1);
    expect((await seeing).observation.screenshotBase64).toBe('data:image/jpeg;base64,seen');
    expect(page.asked()).toBe(2);
  });

  it('is waited for the third time: the machine may be but slow', async () => {
    const clock = fakeClock();
    let give = (_: { data: string }) => {};
    const page = pageWith((picture) =>
      picture < 3 ? never() : new Promise((resolve) => (give = resolve)),
    );
    const seeing = observe(page.sessions, options, new AbortController().signal, clock);
    for (const picture of [1, 2]) {
      await vi.waitFor(() => expect(page.asked()).toBe(picture));
      clock.advance(3_000);
    }
    await vi.waitFor(() => expect(page.asked()).toBe(3));
    clock.advance(60_000);
    give({ data: 'late' });
    expect((await seeing).observation.screenshotBase64).toBe('data:image/jpeg;base64,late');
  });

  it('is given up with the signal, and leaves no timer', async () => {
    const clock = fakeClock();
    const controller = new AbortController();
    const page = pageWith(never);
    const seeing = observe(page.sessions, options, controller.signal, clock);
    await vi.waitFor(() => expect(page.asked()).toBe(1));
    controller.abort(new Error('enough'));
    await expect(seeing).rejects.toThrow('enough');
    expect(page.asked()).toBe(1);
  });
});

describe('a picture of a page that moves by itself', () => {
  const moved = (change: Partial<Facts['dimensions']>) => (pictures: number) => ({
    ...facts,
    dimensions: { ...facts.dimensions, ...(pictures > 0 ? change : {}) },
  });
  const shot = async () => ({ data: 'seen' });
  const { signal } = new AbortController();

  it.each([
    ['scrolled', moved({ scrollTop: 40 })],
    ['went elsewhere', (pictures: number) => ({ ...facts, url: pictures > 0 ? 'b' : 'a' })],
  ])('is taken again when it %s meanwhile', async (_, after) => {
    const page = pageWith(shot, after);
    await observe(page.sessions, options, signal);
    expect(page.asked()).toBe(2);
  });

  it('is taken once when only what there is to scroll has changed', async () => {
    const page = pageWith(shot, moved({ scrollWidth: 16, scrollHeight: 900 }));
    const { observation } = await observe(page.sessions, options, signal);
    expect(page.asked()).toBe(1);
    expect(observation.browserDimensions).toMatchObject({ scrollWidth: 16, scrollHeight: 900 });
  });
});
