import type { LocalCredentials } from '@nova-act/local';
import { AwsClient } from 'aws4fetch';

/** An answer, read. */
export interface Answered {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
  text: string;
}

/** Sends one request to a surface: method, path below its base, body. */
export type Send = (
  method: string,
  path: string,
  body?: unknown,
  init?: { signal?: AbortSignal; headers?: Record<string, string> },
) => Promise<Answered>;

/** What both the in-memory and the listening service have. */
export interface Target {
  fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  origin: string;
  credentials: LocalCredentials;
  apiKey: string;
  region: string;
}

/** Without a token that is undefined, which signers take for one. */
export function keysOf({ accessKeyId, secretAccessKey, sessionToken }: LocalCredentials) {
  const token = sessionToken === undefined ? {} : { sessionToken };
  return { accessKeyId, secretAccessKey, ...token };
}

type SignerChanges = Partial<LocalCredentials> & { region?: string; service?: string };

/** Signs with a library that shares no code with the service. */
export function signerOf(
  target: Pick<Target, 'credentials' | 'region'>,
  changes: SignerChanges = {},
): AwsClient {
  return new AwsClient({
    ...keysOf({ ...target.credentials, ...changes }),
    region: changes.region ?? target.region,
    service: changes.service ?? 'nova-act',
    retries: 0,
  });
}

export function awsClient(target: Target, changes: SignerChanges = {}): Send {
  const signer = signerOf(target, changes);
  return async (method, path, body, init = {}) => {
    const request = await signer.sign(`${target.origin}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...init.headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return read(
      await target.fetch(request, init.signal === undefined ? {} : { signal: init.signal }),
    );
  };
}

export function apiKeyClient(target: Target, apiKey = target.apiKey): Send {
  return async (method, path, body, init = {}) =>
    read(
      await target.fetch(`${target.origin}/agent${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${apiKey}`,
          'x-api-key': apiKey,
          ...init.headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(init.signal === undefined ? {} : { signal: init.signal }),
      }),
    );
}

async function read(response: Response): Promise<Answered> {
  const text = await response.text();
  const body = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
  return { status: response.status, headers: response.headers, body, text };
}
