import type { Frame, Page } from 'playwright';
import { AgentRedirectError } from '../../errors/index.js';
import type { Boundary } from './boundary.js';

const FRAME_TIMEOUT_MS = 5_000;

/**
 * What may not be open can still come to be: an address that a script changes without a request, a page
 * out of the history, one that was there before. It is left again before anything is done to it or
 * shown of it.
 * `seenUrl` is what the page said of itself while it was looked at.
 * @throws AgentRedirectError that says so
 */
export async function demandAdmitted(
  page: Page,
  boundary: Boundary,
  signal: AbortSignal,
  seenUrl = page.url(),
): Promise<void> {
  const refused = page.frames().filter((frame) => !boundary.admitsOpen(frame.url()));
  const wasSeen = !boundary.admitsOpen(seenUrl);
  const [first] = refused;
  if (!first && !wasSeen) return;
  signal.throwIfAborted();
  const url = wasSeen ? seenUrl : (first?.url() ?? seenUrl);
  if (wasSeen || refused.includes(page.mainFrame())) await page.goto('about:blank');
  else await Promise.all(refused.map(blank));
  throw new AgentRedirectError(`${boundary.refusal(url)}, and was left again. Try another way.`);
}

async function blank(frame: Frame): Promise<void> {
  try {
    await frame.goto('about:blank', { waitUntil: 'commit', timeout: FRAME_TIMEOUT_MS });
  } catch (error) {
    if (!frame.isDetached()) throw error;
  }
}
