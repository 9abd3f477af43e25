import { preempt, redactUrl } from '@nova-act/core/runtime';
import type { OpenedSession } from '../sessions/open-session.js';

/** A page whose script never ends does not say its title. */
const TITLE_MS = 2_000;

/** Where a browser is, as it may be told: without the secrets of an address. */
export async function whereIs(
  { page }: OpenedSession['nova'],
  signal: AbortSignal,
): Promise<{ url: string; title: string }> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(TITLE_MS)]);
  const title = await preempt(page.title(), limit).catch(() => '');
  return { url: redactUrl(page.url()), title };
}
