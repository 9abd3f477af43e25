import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { fakeClock } from '../../../test/support/fake-clock.js';
import { closePage } from './close-page.js';

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A page that closes when it has been asked `deaf` times more than Playwright asks. */
function pageThatForgets(deaf: number) {
  const asked: string[] = [];
  let close = () => {};
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  const send = async (method: string) => {
    asked.push(method);
    if (asked.filter((name) => name === 'Target.closeTarget').length === deaf) close();
    return { targetInfo: { targetId: 'T' } };
  };
  const page = {
    close: () => {
      if (deaf === 0) close();
      return closed;
    },
    context: () => ({ newCDPSession: async () => ({ send }) }),
  } as unknown as Page;
  return { page, asked };
}

describe('the closing of a page', () => {
  it('is asked for once where the browser hears it', async () => {
    const clock = fakeClock();
    const { page, asked } = pageThatForgets(0);
    await closePage(page, clock);
    clock.advance(10_000);
    await settled();
    expect(asked).toEqual([]);
  });

  it('is asked for until it is heard', async () => {
    const clock = fakeClock();
    const { page, asked } = pageThatForgets(2);
    const closing = closePage(page, clock);
    clock.advance(500);
    await settled();
    expect(asked).toEqual(['Target.getTargetInfo', 'Target.closeTarget']);
    clock.advance(500);
    await closing;
    clock.advance(10_000);
    await settled();
    expect(asked).toHaveLength(4);
  });
});
