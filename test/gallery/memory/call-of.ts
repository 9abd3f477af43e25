import type { Page } from 'playwright';
import { boxOf } from '../../../packages/core/test/support/open-hand.js';
import type { Deed } from './memory-pair.js';

/** The call of a model that points at an element of the page as it is. */
export async function callOf(deed: Deed, page: Page) {
  const [kind, where, text = ''] = deed;
  if (kind === 'goToUrl') return ['goToUrl', where] as const;
  if (kind === 'scroll') return ['agentScroll', where, '<box>0,0,813,1600</box>'] as const;
  const [frame, inner] = where.split(' >>> ') as [string, string?];
  const box = inner === undefined ? await boxOf(page, frame) : await boxInFrame(page, frame, inner);
  const { top, left, bottom, right } = box;
  const tagged = `<box>${top},${left},${bottom},${right}</box>`;
  if (kind === 'click') return ['agentClick', tagged] as const;
  return ['agentType', text, tagged, ...(kind === 'enter' ? [{ pressEnter: true }] : [])] as const;
}

async function boxInFrame(page: Page, frame: string, inner: string) {
  const rect = await page.frameLocator(frame).locator(inner).boundingBox();
  if (!rect) throw new Error(`${inner} has no box`);
  const { x, y, width, height } = rect;
  return {
    left: Math.ceil(x),
    top: Math.ceil(y),
    right: Math.floor(x + width),
    bottom: Math.floor(y + height),
  };
}
