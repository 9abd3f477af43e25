/** Codes of Node, OpenSSL and undici, and what they mean to a person. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/^(ENOTFOUND|EAI_)/, 'its name was not found'],
  [/^ECONNREFUSED$/, 'the connection was refused'],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/, 'the connection was cut'],
  [/^(ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL)$/, 'there is no way to it in this network'],
  [/^(ETIMEDOUT|ESOCKETTIMEDOUT|UND_ERR_\w*TIMEOUT)$/, 'it timed out'],
  [/^CERT_HAS_EXPIRED$/, 'its certificate has expired'],
  [/^CERT_NOT_YET_VALID$/, "its certificate is not valid yet; check this machine's clock"],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'its certificate is for another name'],
  [
    /^(DEPTH_ZERO_)?SELF_SIGNED_CERT|^UNABLE_TO_|^CERT_/,
    'its certificate is signed by nobody that this machine trusts; name the authority in AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS',
  ],
  [/^(EPROTO|ERR_SSL_)/, 'it does not speak TLS, or not the same'],
];

/** What could not be reached was the proxy; the message says why. */
export class ProxyUnreachableError extends Error {
  override readonly name = 'ProxyUnreachableError';
}

/**
 * Why a host could not be reached, as the end of a sentence that begins with it; or undefined
 * where the error does not say.
 */
export function whyUnreachable(error: unknown): string | undefined {
  for (const { code, message, name } of chainOf(error)) {
    if (name === 'ProxyUnreachableError') return message;
    const refused = /Proxy response \((\d+)\)/.exec(message ?? '');
    if (refused) return `the proxy answered ${refused[1]}${PROXY_REMEDY[refused[1] ?? ''] ?? ''}`;
    const meaning = MEANINGS.find(([codes]) => codes.test(code ?? ''));
    if (meaning) return `${meaning[1]} (${code})`;
  }
  // Node's fetch says no more than that it failed; its cause has a sentence.
  const { message, cause } = (error ?? {}) as Error;
  return message === 'fetch failed' && cause instanceof Error ? cause.message : undefined;
}

/**
 * Of failures before a connection stands: names, refusals, routes, certificates. Not those of TLS itself
 * (`EPROTO`), which can come in the middle of an exchange.
 */
const BEFORE_CONNECTED =
  /^(ENOTFOUND|EAI_|ECONNREFUSED$|ENETUNREACH$|EHOSTUNREACH$|EADDRNOTAVAIL$|UND_ERR_CONNECT_TIMEOUT$|CERT_|ERR_TLS_CERT|(DEPTH_ZERO_)?SELF_SIGNED_CERT|UNABLE_TO_)/;

/** True when it is certain that not a byte of the request has come to the host. */
export function wasNeverReached(error: unknown): boolean {
  return chainOf(error).some(
    ({ code, message, name }) =>
      name === 'ProxyUnreachableError' ||
      /Proxy response \(\d+\)/.test(message ?? '') ||
      BEFORE_CONNECTED.test(code ?? ''),
  );
}

const PROXY_REMEDY: Readonly<Record<string, string>> = {
  407: ', and wants a user and password: http://user:password@host:port',
};

interface Fault {
  readonly code?: string;
  readonly message?: string;
  readonly name?: string;
}

/** The error, its causes and those of an attempt on several addresses, from the outside inwards. */
function chainOf(error: unknown, depth = 8): Fault[] {
  if (typeof error !== 'object' || error === null || depth === 0) return [];
  const { code, message, name, cause, errors } = error as Record<string, unknown>;
  const here: Fault = {
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof message === 'string' ? { message } : {}),
    ...(typeof name === 'string' ? { name } : {}),
  };
  const several = Array.isArray(errors) ? errors.flatMap((one) => chainOf(one, depth - 1)) : [];
  return [here, ...several, ...chainOf(cause, depth - 1)];
}
