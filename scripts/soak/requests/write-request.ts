import { createHash } from 'node:crypto';
import type { RunningLocalService } from '@nova-act/local';
import { signerOf } from '../../../packages/local/test/clients.js';
import { maxBodyBytes, type StrangeRequest } from './onslaught.js';
import { type Ids, type Target, targets } from './targets.js';

const randomId = '00000000-0000-4000-8000-00000000beef';
const oddIds: Ids = { run: '__proto__', session: '%2e%2e', act: "'; drop table acts; --" };

const targetOf = ({ target }: StrangeRequest): Target => targets[target] as Target;

/** A request that must be answered: there is nothing wrong with how it is said. */
export function isSound(request: StrangeRequest): boolean {
  return (
    !targetOf(request).endless &&
    (request.framing === 'length' || request.framing === 'chunked') &&
    ['plain', 'many'].includes(request.headers) &&
    /^\//.test(targetOf(request).path(oddIds)) &&
    request.method !== 'BREW'
  );
}

/** Whether it says nothing that could let it in. */
export function isStranger(request: StrangeRequest): boolean {
  const toService = /^\/(agent|models|workflow-definitions)\b/.test(targetOf(request).path(oddIds));
  return toService && !['right', 'hash claimed'].includes(request.auth);
}

/** The bytes of a request. */
export async function writeRequest(
  request: StrangeRequest,
  service: RunningLocalService,
  victims: Record<'aws' | 'api-key', Ids>,
): Promise<Buffer> {
  const target = targetOf(request);
  const ids = {
    victim: victims[target.surface === 'api-key' ? 'api-key' : 'aws'],
    random: { run: randomId, session: randomId, act: randomId },
    odd: oddIds,
  }[request.ids];
  const path = target.path(ids).replaceAll(' ', '%20');
  const method = request.method === 'own' ? target.method : request.method;
  const body = bodyOf(request, target);
  const auth = await authOf(request, target, service, method, path, body);
  const head = [
    `${method} ${path}${{ 'old version': ' HTTP/1.0', 'no version': '' }[request.headers as string] ?? ' HTTP/1.1'}`,
    ...headersOf(request, new URL(service.url).host),
    'Content-Type: application/json',
    ...Object.entries(auth).map(([name, value]) => `${name}: ${value}`),
    ...framingOf(request, body),
    '',
    '',
  ].join('\r\n');
  return Buffer.concat([Buffer.from(head, 'latin1'), framed(request, body)]);
}

function bodyOf({ body, json }: StrangeRequest, target: Target): Buffer {
  const fitting = JSON.stringify(target.body ?? {});
  const bytes: Record<StrangeRequest['body'], string | Buffer> = {
    none: '',
    fitting,
    json,
    deep: `{"callResults":${'['.repeat(9_000)}`,
    large: JSON.stringify({ padding: 'x'.repeat(maxBodyBytes) }),
    'nearly large': JSON.stringify({ ...target.body, padding: 'x'.repeat(maxBodyBytes - 2_000) }),
    torn: fitting.slice(0, -1),
    binary: Buffer.from([0, 255, 254, 128, 13, 10, 13, 10, 0]),
    proto: '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  };
  return Buffer.from(bytes[body] as string);
}

async function authOf(
  { auth }: StrangeRequest,
  { surface }: Target,
  service: RunningLocalService,
  method: string,
  path: string,
  body: Buffer,
): Promise<Record<string, string>> {
  if (auth === 'none') return {};
  if (auth === 'garbled')
    return { authorization: 'AWS4-HMAC-SHA256 Credential=,=;, Bearer', 'x-api-key': '\u00ff' };
  if (surface !== 'aws') {
    const key = auth === 'right' || auth === 'hash claimed' ? service.apiKey : 'no such key';
    return {
      authorization: `Bearer ${key}`,
      ...(auth === 'half' ? {} : { 'x-api-key': key }),
    };
  }
  const signer = signerOf(service, auth === 'wrong secret' ? { secretAccessKey: 'wrong' } : {});
  const at = new Date(auth === 'old' ? Date.now() - 86_400_000 : Date.now());
  const url = `${service.url}${path.startsWith('/') ? path : '/'}`;
  const hash = createHash('sha256').update(body).digest('hex');
  const signed = await signer.sign(url, {
    // The methods that `Request` takes.
    method: ['TRACE', 'BREW'].includes(method) ? 'POST' : method,
    ...(auth === 'hash claimed' ? { headers: { 'x-amz-content-sha256': hash } } : {}),
    ...(method === 'GET' || method === 'HEAD' || body.length === 0
      ? {}
      : { body: new Uint8Array(body) }),
    aws: { datetime: at.toISOString().replace(/[:-]|\.\d+/g, '') },
  });
  const headers = Object.fromEntries(
    [...signed.headers].filter(([name]) => name === 'authorization' || name.startsWith('x-amz-')),
  );
  const { authorization = '' } = headers;
  if (auth === 'known key')
    return { ...headers, authorization: authorization.replace(/[0-9a-f]{64}$/, '0'.repeat(64)) };
  if (auth === 'half') return { authorization };
  return headers;
}

function headersOf({ headers }: StrangeRequest, host: string): string[] {
  const more: Record<StrangeRequest['headers'], string[]> = {
    plain: [],
    huge: [`X-Huge: ${'x'.repeat(20_000)}`],
    many: Array.from({ length: 150 }, (_, at) => `X-Many-${at}: ${at}`),
    'foreign host': [],
    'no host': [],
    'two hosts': ['Host: elsewhere.example'],
    'foreign origin': ['Origin: https://elsewhere.example'],
    expect: ['Expect: 100-continue'],
    'odd expectation': ['Expect: the unexpected'],
    nul: ['X-Nul: a\u0000b'],
    upgrade: ['Connection: Upgrade', 'Upgrade: websocket'],
    'old version': [],
    'no version': [],
  };
  const named = headers === 'foreign host' ? 'elsewhere.example' : host;
  return [...(headers === 'no host' ? [] : [`Host: ${named}`]), ...more[headers]];
}

function framingOf({ framing }: StrangeRequest, { length }: Buffer): string[] {
  const chunked = 'Transfer-Encoding: chunked';
  const lines: Record<StrangeRequest['framing'], string[]> = {
    length: [`Content-Length: ${length}`],
    chunked: [chunked],
    'too short': [`Content-Length: ${Math.floor(length / 2)}`],
    'too long': [`Content-Length: ${length + 10}`],
    negative: ['Content-Length: -1'],
    'two lengths': [`Content-Length: ${length}`, `Content-Length: ${length + 1}`],
    'length and chunked': [`Content-Length: ${length}`, chunked],
    'no chunks': [chunked],
  };
  return lines[framing];
}

function framed({ framing }: StrangeRequest, body: Buffer): Buffer {
  if (framing !== 'chunked' && framing !== 'length and chunked') return body;
  const half = Math.ceil(body.length / 2);
  const chunks = [body.subarray(0, half), body.subarray(half)].filter(({ length }) => length > 0);
  return Buffer.concat([
    ...chunks.flatMap((chunk) => [
      Buffer.from(`${chunk.length.toString(16)}\r\n`),
      chunk,
      Buffer.from('\r\n'),
    ]),
    Buffer.from('0\r\n\r\n'),
  ]);
}
