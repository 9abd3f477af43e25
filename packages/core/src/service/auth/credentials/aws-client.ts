import type { SourceContext } from './credential-source.js';

interface ClientRequest {
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number | undefined;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * What every client of the AWS SDK is made with here: its requests take the same way out as the
 * service's, end with the source's deadline, and are tried once, since `askSource` tries again; what it
 * would print goes to our logger.
 */
export function clientConfig({ fetch, logger }: SourceContext, signal: AbortSignal) {
  return {
    maxAttempts: 1,
    logger: quiet(logger),
    requestHandler: {
      metadata: { handlerProtocol: 'http/1.1' },
      async handle(request: ClientRequest) {
        const response = await fetch(urlOf(request), {
          method: request.method,
          headers: withoutHost(request.headers),
          ...(request.method === 'GET'
            ? {}
            : { body: request.body as string | Uint8Array<ArrayBuffer> }),
          redirect: 'manual',
          signal,
        });
        const body = new Uint8Array(await response.arrayBuffer());
        const headers = Object.fromEntries(response.headers);
        return { response: { statusCode: response.status, headers, body } };
      },
    },
  };
}

/** The SDK tells its logger of each request, with its keys; only what it warns of is of use. */
export function quiet(logger: SourceContext['logger']) {
  const warn = (...said: unknown[]) =>
    logger.warn('The AWS SDK warns', { said: said.map(String).join(' ') });
  // Its errors are thrown as well, and told by whoever catches them.
  return { trace() {}, debug() {}, info() {}, warn, error() {} };
}

/**
 * Does `work` while the SDK's one warning to the process (of Node versions it will drop, which is this
 * library's affair and not that of its users) is held back.
 */
export async function withoutProcessWarning<T>(work: () => Promise<T>): Promise<T> {
  const { state } = await import('@aws-sdk/core/client');
  const before = state.warningEmitted;
  state.warningEmitted = true;
  try {
    return await work();
  } finally {
    state.warningEmitted = before;
  }
}

function urlOf({ protocol, hostname, port, path, query = {} }: ClientRequest): string {
  const url = new URL(`${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}`);
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value])
      url.searchParams.append(name, one ?? '');
  }
  return url.href;
}

/** `fetch` writes it itself. */
function withoutHost(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^(host|content-length|expect)$/i.test(name)),
  );
}
