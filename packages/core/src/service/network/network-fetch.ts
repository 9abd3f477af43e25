import type { Environment } from '../../config.js';
import { fetchThrough } from './fetch-through.js';
import { isLoopback } from './is-loopback.js';
import { type CaBundle, caBundleOfEnvironment, networkSettings } from './network-settings.js';

/** What decides the way out. */
export interface Way {
  /** The option; false is none, undefined leaves it to the environment. */
  readonly proxy?: string | false | undefined;
  readonly env: () => Environment;
  /** Default: what `AWS_CA_BUNDLE` names. */
  readonly caBundle?: (env: Environment) => CaBundle | undefined;
}

/**
 * The way out that an option or the environment names: through a proxy, with a company's own
 * certificates. Where neither is set this is the platform's `fetch`, and nothing more is loaded. This
 * machine is reached directly, whatever the environment says: a local service must work in any shell.
 */
export function networkFetch({ proxy, env, caBundle = caBundleOfEnvironment }: Way): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const direct = proxy === undefined && isLoopback(url.hostname);
    const now = env();
    const trusted = url.protocol === 'http:' ? undefined : caBundle(now);
    const settings = networkSettings(direct ? false : proxy, now, trusted, url.protocol);
    if (settings.proxy === undefined && !trusted) return globalThis.fetch(input, init);
    return fetchThrough(settings, input, init);
  };
}
