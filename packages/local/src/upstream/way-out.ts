import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';
import type { Dispatcher } from 'undici';
import { parseUrl } from '../parse-url.js';

type Environment = Readonly<Record<string, string | undefined>>;

interface Settings {
  proxy: string | undefined;
  noProxy: string;
  /** Node's own authorities and those that the environment names; undefined where it names none. */
  authorities: readonly string[] | undefined;
}

/**
 * The way to the real service that the environment names, as Nova Act clients take it: through the proxy of
 * `HTTPS_PROXY`, or else `HTTP_PROXY`, except for the hosts of `NO_PROXY`, trusting the authorities of `AWS_CA_BUNDLE`
 * and `NODE_EXTRA_CA_CERTS` beside Node's own. This machine is reached directly. Where nothing is named it is the
 * platform's `fetch`, and nothing more is loaded.
 *
 * Throws a TypeError that names the variable at fault; a proxy, which may hold a password, is not shown.
 */
export function wayOut(env: Environment): typeof globalThis.fetch {
  const settings = readSettings(env);
  let proxied: Promise<Dispatcher> | undefined;
  let direct: Promise<Dispatcher> | undefined;
  return async (input, init) => {
    const { protocol, hostname } = new URL(input instanceof Request ? input.url : input);
    const here = isThisMachine(hostname);
    const ownTrust = protocol === 'https:' && settings.authorities !== undefined;
    if ((settings.proxy === undefined || here) && !ownTrust) return globalThis.fetch(input, init);
    const { fetch } = await import('undici');
    if (here) direct ??= openWay({ ...settings, proxy: undefined });
    else proxied ??= openWay(settings);
    // The types of the two are near enough, and not the same.
    const options = { ...init, dispatcher: await (here ? direct : proxied) };
    return (await fetch(
      input as string,
      options as Parameters<typeof fetch>[1],
    )) as unknown as Response;
  };
}

async function openWay({ proxy = '', noProxy, authorities }: Settings): Promise<Dispatcher> {
  const { EnvHttpProxyAgent } = await import('undici');
  const trust = authorities
    ? { secureContext: tls.createSecureContext({ ca: [...authorities] }) }
    : {};
  return new EnvHttpProxyAgent({
    httpProxy: proxy,
    httpsProxy: proxy,
    noProxy,
    connect: trust,
    requestTls: trust,
    proxyTls: trust,
  });
}

function readSettings(env: Environment): Settings {
  const variable = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].find((name) =>
    env[name]?.trim(),
  );
  const { AWS_CA_BUNDLE: bundle, NODE_EXTRA_CA_CERTS: extra } = env;
  return {
    proxy: variable && proxyUrl(env[variable]?.trim() ?? '', variable),
    noProxy: env['no_proxy'] ?? env['NO_PROXY'] ?? '',
    authorities: bundle
      ? [
          ...tls.rootCertificates,
          ...(extra ? [certificates(extra, 'NODE_EXTRA_CA_CERTS')] : []),
          certificates(bundle, 'AWS_CA_BUNDLE'),
        ]
      : undefined,
  };
}

/** `host:port` is one, as in curl. */
function proxyUrl(text: string, variable: string): string {
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const parsed = parseUrl(url);
  if (parsed && /^https?:$/.test(parsed.protocol)) return parsed.href;
  throw new TypeError(
    `${variable} is not the address of a proxy. Use http://host:port, with user:password@ before the host where it asks for them.`,
  );
}

function certificates(path: string, variable: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new TypeError(`${variable} names ${path}, which can't be read: ${why}`, { cause });
  }
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  throw new TypeError(`${variable} names ${path}, in which there is no certificate in PEM form.`);
}

function isThisMachine(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d+){3}$/.test(hostname)
  );
}
