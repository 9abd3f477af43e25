import { whyUnreachable } from '../../network/why-unreachable.js';
import type { SourceContext } from './credential-source.js';
import { SourceError } from './source-error.js';

/** The SDK does not try to renew a login again for so long, and calls it expired meanwhile. */
const REMEMBERED_MS = 30_000;
const outages = new Map<string, { readonly told: SourceError; readonly atMs: number }>();

/**
 * Does `work` with a way out that is watched: where a host is away or answers 5xx while a login is
 * renewed, the SDK says that the login has expired. Nobody should log in anew for that, so what failed is
 * told instead.
 *
 * @param login whose: the SDK remembers a renewal that failed, and this does too.
 */
export async function tellingOutages<T>(
  login: string,
  context: SourceContext,
  work: (watched: SourceContext) => Promise<T>,
): Promise<T> {
  const { clock } = context;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { host } = new URL(input instanceof Request ? input.url : input);
    const note = (why: string, cause?: unknown) => {
      const told = new SourceError(why, { transient: true, cause });
      outages.set(login, { told, atMs: clock.now() });
    };
    try {
      const response = await context.fetch(input, init);
      const { status } = response;
      if (status >= 500 || status === 429) note(`could not be used: ${host} answered ${status}`);
      else outages.delete(login);
      return response;
    } catch (error) {
      const why = whyUnreachable(error);
      if (why) note(`could not be used: ${host} could not be reached: ${why}`, error);
      throw error;
    }
  };
  try {
    return await work({ ...context, fetch });
  } catch (error) {
    const outage = outages.get(login);
    throw outage && clock.now() - outage.atMs < REMEMBERED_MS ? outage.told : error;
  }
}
