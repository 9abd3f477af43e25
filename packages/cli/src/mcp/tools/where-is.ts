import { preempt, redactUrl } from '@nova-act/core/runtime';
import type { OpenedSession } from '../sessions/open-session.js';

/** A page whose script never ends does not say its title. */
const TITLE_MS = 2_000;

/** Where a browser is, as it may be told: without the secrets of an address, and without those of the session. */
export async function whereIs(
  nova: OpenedSession['nova'],
  signal: AbortSignal,
): Promise<{ url: string; title: string }> {
  const { page } = nova;
  const limit = AbortSignal.any([signal, AbortSignal.timeout(TITLE_MS)]);
  const title = await preempt(page.title(), limit).catch(() => '');
  return nova.redact({ url: redactUrl(page.url()), title });
}
