import { EventEmitter } from 'node:events';
import type { Browser, Page } from 'playwright';
import { expect, it } from 'vitest';
import { sendExtraHeaders } from '../headers/send-extra-headers.js';
import { goByUserAgent } from '../user-agent/go-by-user-agent.js';

/** A browser that answers everything but `refused`, and says whether its session was detached. */
function browserThatRefuses(refused: string) {
  let isDetached = false;
  const session = Object.assign(new EventEmitter(), {
    send: async (method: string) => {
      if (method === refused) throw new Error(`${method} was refused`);
      return { targetInfo: { targetId: 'T' }, sessionId: 'S' };
    },
    detach: async () => {
      isDetached = true;
    },
  });
  const browser = { newBrowserCDPSession: async () => session } as unknown as Browser;
  const page = {
    context: () => ({ newCDPSession: async () => ({ ...session, detach: async () => {} }) }),
  } as unknown as Page;
  return { browser, page, isDetached: () => isDetached };
}

it('headers that the browser does not take leave no session in it', async () => {
  const { browser, isDetached } = browserThatRefuses('Fetch.enable');
  const sending = sendExtraHeaders([], { browser, isAllOurs: true, isOurs: async () => true });
  await expect(sending).rejects.toThrow('Fetch.enable was refused');
  expect(isDetached()).toBe(true);
});

it.each(['Target.getTargetInfo', 'Target.attachToTarget', 'Fetch.enable'])(
  'a user agent whose set-up fails at %s leaves no session in the browser',
  async (refused) => {
    const { browser, page, isDetached } = browserThatRefuses(refused);
    const none = { opens: () => false, asks: async () => false };
    const going = goByUserAgent('Mine/1.0', { browser, page, ...none });
    await expect(going).rejects.toThrow(`${refused} was refused`);
    expect(isDetached()).toBe(true);
  },
);
