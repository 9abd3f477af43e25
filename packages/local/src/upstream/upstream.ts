import type { OperationName } from '../contract/operations.js';
import { operations } from '../contract/operations.js';
import { isRecord } from '../contract/validate.js';
import { parseUrl } from '../parse-url.js';
import { ServiceFault } from '../surface/service-fault.js';
import { type OutgoingRequest, upstreamAuth } from './upstream-auth.js';
import { upstreamFault } from './upstream-fault.js';
import type { UpstreamOptions } from './upstream-options.js';
import { upstreamRequest } from './upstream-request.js';
import { wayOut } from './way-out.js';

/** The real service, one request at a time. Nothing is tried twice: that is for the client to decide. */
export interface Upstream {
  readonly surface: 'aws' | 'api-key';
  /** The output of an operation. Throws a ServiceFault that tells the client what the upstream told this service. */
  send(
    name: OperationName,
    input: Readonly<Record<string, unknown>>,
    caller: { signal: AbortSignal; sdkVersion?: string | undefined },
  ): Promise<Record<string, unknown>>;
  /** The keys it is reached with, as far as they are known yet. */
  secrets(): readonly string[];
}

const byName = new Map(operations.map((operation) => [operation.name, operation]));

/** Connects to the real service: nothing is sent, and no credentials are looked for, before the first request. */
export function connectUpstream(options: UpstreamOptions): Upstream {
  checkEndpoint(options.endpointUrl);
  const auth = upstreamAuth(options);
  const { surface, fetch: send = wayOut(process.env) } = options;
  const hide = (text: string) =>
    auth.secrets().reduce((clean, secret) => clean.replaceAll(secret, '[hidden]'), text);
  return {
    surface,
    secrets: () => auth.secrets(),
    async send(name, input, { signal, sdkVersion = '0' }) {
      const operation = byName.get(name);
      if (!operation) throw new RangeError(`There is no operation ${name}`);
      const request = {
        ...upstreamRequest(operation, input, options),
        headers: {
          'content-type': 'application/json',
          'x-client-source': 'sdk',
          'user-agent': `nova-act-local NovaActSdk/${sdkVersion}`,
        },
      };
      const { response, text } = await exchange(async () => {
        const headers = await authorized(request);
        const response = await send(request.url, {
          method: request.method,
          headers,
          ...(request.body === undefined ? {} : { body: request.body }),
          redirect: 'error',
          signal,
        });
        return { response, text: await response.text() };
      }, signal);
      if (response.status === 401 || response.status === 403) auth.refused?.();
      if (!response.ok) throw upstreamFault(surface, response, text, hide);
      return readOutput(text, name);
    },
  };

  async function authorized(request: OutgoingRequest): Promise<Record<string, string>> {
    try {
      return await auth.authorize(request);
    } catch (cause) {
      const said = hide(sayCause(cause));
      const message = `This local service finds no credentials for the upstream: ${said}`;
      throw new ServiceFault(message, { kind: 'internal', status: 502 });
    }
  }

  async function exchange<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      if (signal.aborted || cause instanceof ServiceFault) throw cause;
      throw new ServiceFault(`The upstream can't be reached: ${hide(sayCause(cause))}`, {
        kind: 'internal',
        status: 502,
      });
    }
  }
}

function readOutput(text: string, name: OperationName): Record<string, unknown> {
  let output: unknown;
  try {
    output = JSON.parse(text === '' ? '{}' : text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  if (!isRecord(output))
    throw new ServiceFault(`The upstream's answer to ${name} is no JSON object`, {
      kind: 'internal',
      status: 502,
    });
  return output;
}

/** From the outside inwards: what says why is often the innermost. */
function sayCause(error: unknown, depth = 5): string {
  if (!(error instanceof Error)) return String(error);
  const { message, cause } = error;
  return cause instanceof Error && depth > 0
    ? `${message}: ${sayCause(cause, depth - 1)}`
    : message;
}

function checkEndpoint(endpointUrl: string | undefined): void {
  if (endpointUrl === undefined) return;
  const url = parseUrl(endpointUrl);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '')
    throw new TypeError(
      'Local service options: upstream.endpointUrl must be an http or https URL without a user and without a query',
    );
}
