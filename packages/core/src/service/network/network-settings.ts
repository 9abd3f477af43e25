import type { Environment } from '../../config.js';
import { ValidationError } from '../../errors/index.js';
import { parseUrl } from '../../parse-url.js';

/** How requests leave this machine. */
export interface NetworkSettings {
  /** Undefined where there is none. */
  readonly proxy: string | undefined;
  /** Hosts that no proxy is used for, as `NO_PROXY` has them. */
  readonly noProxy: string;
  /** Asked for by an option, and so for requests to this machine as well. */
  readonly explicit: boolean;
  /** A file of certificates of authorities, beside those that Node knows. */
  readonly caBundle: CaBundle | undefined;
  /** `NODE_EXTRA_CA_CERTS`: what Node knows besides, and forgets where others are named. */
  readonly extraCa: string | undefined;
}

export interface CaBundle {
  readonly path: string;
  /** What names it, for errors: `AWS_CA_BUNDLE`, `ca_bundle of the profile work`. */
  readonly where: string;
}

export function caBundleOfEnvironment({ AWS_CA_BUNDLE: path }: Environment): CaBundle | undefined {
  return path ? { path, where: 'AWS_CA_BUNDLE' } : undefined;
}

/**
 * What the option and the environment say. `HTTPS_PROXY` is for https, and where it is not set
 * `HTTP_PROXY`, which alone is for http; small letters come first, as in curl. An option is asked for by name, so that
 * `NO_PROXY` does not undo it; `false` is no proxy at all.
 *
 * @throws ValidationError for a proxy that is none; its value, which may hold a password, is not shown.
 */
export function networkSettings(
  proxy: string | false | undefined,
  env: Environment,
  caBundle: CaBundle | undefined,
  protocol = 'https:',
): NetworkSettings {
  const rest = { caBundle, extraCa: env['NODE_EXTRA_CA_CERTS'] || undefined };
  if (proxy !== undefined) {
    const asked = proxy === false ? undefined : proxyUrl(proxy, 'proxy');
    return { proxy: asked, noProxy: '', explicit: true, ...rest };
  }
  const [name, value] =
    (protocol === 'https:' ? [...HTTPS, ...HTTP] : HTTP)
      .map((variable) => [variable, env[variable]?.trim()] as const)
      .find(([, text]) => text) ?? [];
  return {
    proxy: name && value ? proxyUrl(value, name) : undefined,
    noProxy: env['no_proxy'] ?? env['NO_PROXY'] ?? '',
    explicit: false,
    ...rest,
  };
}

const HTTPS = ['https_proxy', 'HTTPS_PROXY'];
const HTTP = ['http_proxy', 'HTTP_PROXY'];

/** `host:port` is one, as in curl. */
function proxyUrl(given: unknown, field: string): string {
  const text = typeof given === 'string' ? given.trim() : '';
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const parsed = parseUrl(url);
  if (parsed && /^https?:$/.test(parsed.protocol)) return parsed.href;
  throw new ValidationError('is not the address of a proxy', {
    field,
    remedy: 'Use http://host:port, with user:password@ before the host where it asks for them.',
  });
}
