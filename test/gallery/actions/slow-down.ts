import type { Page } from 'playwright';
import type { TestHand } from '../../../packages/core/test/support/open-hand.js';

/** Slows the threads of a gallery's pages down by the factor that `npm run bench -- hands --cpu` sets. */
export async function slowDown({ page }: TestHand): Promise<void> {
  const rate = Number(process.env.NOVA_ACT_TEST_CPU_RATE ?? 1);
  if (rate === 1) return;
  const context = page.context();
  const slow = async (each: Page) => {
    const session = await context.newCDPSession(each);
    await session.send('Emulation.setCPUThrottlingRate', { rate });
  };
  // A popup may have gone before it is slow.
  context.on('page', (each) => void slow(each).catch(() => undefined));
  await slow(page);
}
