import { EventEmitter } from 'node:events';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { fakeClock } from '../../../test/support/fake-clock.js';
import { AgentRedirectError } from '../../errors/index.js';
import { devicesOf } from './devices.js';
import { heard } from './heard.js';

const tick = () => new Promise((resolve) => setImmediate(resolve));

/** A page whose frames answer when they are told to. */
function fakePage() {
  const answers: (() => void)[] = [];
  const frame = { evaluate: () => new Promise<void>((resolve) => answers.push(resolve)) };
  const page = Object.assign(new EventEmitter(), { frames: () => [frame] }) as unknown as Page &
    EventEmitter;
  const answer = () => {
    for (const resolve of answers.splice(0)) resolve();
  };
  return { page, answer, answers };
}

/** An input on its way, and what has become of it so far. */
function sendTo(page: Page, clock = fakeClock()) {
  let answered = () => {};
  const sent = new Promise<void>((resolve) => {
    answered = resolve;
  });
  let state = 'on its way';
  const done = heard(page, () => sent, clock).then(
    () => {
      state = 'taken';
    },
    (error: unknown) => {
      state = error instanceof AgentRedirectError ? 'lost' : String(error);
    },
  );
  const later = async (ms: number) => {
    await tick();
    clock.advance(ms);
    await tick();
  };
  return { clock, answered, done, later, state: () => state };
}

describe('an input', () => {
  it('is done when it is answered, and leaves nothing on the page', async () => {
    const { page } = fakePage();
    const input = sendTo(page);
    input.answered();
    await input.done;
    expect(input.state()).toBe('taken');
    expect(page.eventNames()).toEqual([]);
  });

  it('is waited for as long as no frame goes away', async () => {
    const { page } = fakePage();
    const input = sendTo(page);
    await input.later(60_000);
    expect(input.state()).toBe('on its way');
  });

  it.each(['framedetached', 'framenavigated'])(
    'that is not answered after a %s, where all frames answer, is lost',
    async (event) => {
      const { page, answer } = fakePage();
      const input = sendTo(page);
      page.emit(event);
      page.emit(event);
      await input.later(500);
      answer();
      await tick();
      await input.later(500);
      expect(input.state()).toBe('lost');
      expect(page.eventNames()).toEqual([]);
    },
  );

  it('is waited for while a frame does not answer: the page is busy', async () => {
    const { page, answer, answers } = fakePage();
    const input = sendTo(page);
    page.emit('framedetached');
    await input.later(500);
    await input.later(60_000);
    expect(answers).toHaveLength(1);
    expect(input.state()).toBe('on its way');
    answer();
    input.answered();
    await input.done;
    expect(input.state()).toBe('taken');
  });

  it('that was answered in time is not asked about', async () => {
    const { page, answers } = fakePage();
    const input = sendTo(page);
    page.emit('framedetached');
    input.answered();
    await input.done;
    await input.later(60_000);
    expect(answers).toEqual([]);
  });
});

describe('keys that were lost', () => {
  it('do not stay down', async () => {
    const released: string[] = [];
    const lost = () => Promise.reject(new AgentRedirectError('lost'));
    const up = async (key: string) => void released.push(key);
    const page = Object.assign(new EventEmitter(), {
      keyboard: { press: lost, type: lost, up },
    }) as unknown as Page;
    await expect(devicesOf(page).press('Control+a')).rejects.toThrow('lost');
    await expect(devicesOf(page).type('é')).rejects.toThrow('lost');
    expect(released).toEqual(['Control', 'a', 'é']);
  });
});
