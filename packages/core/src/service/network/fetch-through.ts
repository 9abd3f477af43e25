import { readFileSync } from 'node:fs';
import type { SecureContext } from 'node:tls';
import type { Dispatcher } from 'undici';
import { ValidationError } from '../../errors/index.js';
import type { CaBundle, NetworkSettings } from './network-settings.js';
import { ProxyUnreachableError, whyUnreachable } from './why-unreachable.js';

/** By their settings: all clients that leave the same way share connections, which stay open between requests. */
const dispatchers = new Map<string, Dispatcher>();
/** A program that makes up settings for ever must not keep all of them. */
const MAX_KEPT = 16;

/** A `fetch` of its own, loaded where a proxy or certificates are named, and only then. */
export async function fetchThrough(
  settings: NetworkSettings,
  input: Parameters<typeof fetch>[0],
  init: RequestInit = {},
): Promise<Response> {
  const [undici, tls] = await Promise.all([import('undici'), import('node:tls')]);
  const dispatcher = dispatcherFor(settings, undici, tls);
  try {
    // The types of the two are near enough, and not the same.
    const options = { ...init, dispatcher } as Parameters<typeof undici.fetch>[1];
    return (await undici.fetch(input as string, options)) as unknown as Response;
  } catch (error) {
    if (init.signal?.aborted || !settings.proxy) throw error;
    throw atProxy(error, new URL(settings.proxy)) ?? error;
  }
}

type Undici = typeof import('undici');
type Tls = typeof import('node:tls');

function dispatcherFor(settings: NetworkSettings, undici: Undici, tls: Tls): Dispatcher {
  const key = JSON.stringify(settings);
  const known = dispatchers.get(key);
  if (known) return known;
  const { proxy = '', noProxy, caBundle, extraCa } = settings;
  const trust = caBundle === undefined ? {} : { secureContext: trusting(tls, caBundle, extraCa) };
  const dispatcher = new undici.EnvHttpProxyAgent({
    httpProxy: proxy,
    httpsProxy: proxy,
    noProxy,
    // What is not encrypted is handed to the proxy, as curl does it; many tunnel to port 443 only.
    proxyTunnel: false,
    connect: trust,
    requestTls: trust,
    proxyTls: trust,
  });
  if (dispatchers.size >= MAX_KEPT) dispatchers.clear();
  dispatchers.set(key, dispatcher);
  return dispatcher;
}

/** Node's own authorities, those of `NODE_EXTRA_CA_CERTS` and those of the bundle. */
function trusting(tls: Tls, caBundle: CaBundle, extraCa: string | undefined): SecureContext {
  const extra = extraCa === undefined ? [] : [certificates(extraCa, 'NODE_EXTRA_CA_CERTS')];
  const ca = [...tls.rootCertificates, ...extra, certificates(caBundle.path, caBundle.where)];
  return tls.createSecureContext({ ca });
}

function certificates(path: string, field: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new ValidationError(`cannot be read (${code})`, {
      field,
      value: path,
      remedy: 'Name a file of certificates in PEM form, or leave it unset.',
    });
  }
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  throw new ValidationError('has no certificate in PEM form', {
    field,
    value: path,
    remedy: 'A PEM certificate begins with -----BEGIN CERTIFICATE-----.',
  });
}

/** The failure is the proxy's where it names the proxy's host or port. */
function atProxy(error: unknown, proxy: URL): Error | undefined {
  const port = Number(proxy.port || (proxy.protocol === 'https:' ? 443 : 80));
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { hostname, port: failed, errors } = at as Error & Record<string, unknown>;
    const several = Array.isArray(errors) ? errors : [];
    const ports = [failed, ...several.map((one: { port?: unknown }) => one?.port)];
    if (hostname === proxy.hostname || ports.includes(port)) {
      const why = whyUnreachable(error) ?? 'it failed';
      return new TypeError('fetch failed', {
        cause: new ProxyUnreachableError(`the proxy ${proxy.host} could not be reached: ${why}`),
      });
    }
  }
  return undefined;
}
