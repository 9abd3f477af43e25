import { createHash, createHmac } from 'node:crypto';

export interface SignedRequest {
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/** Where and when a signature is to be for. */
export interface Scope {
  readonly region: string;
  readonly service: string;
  readonly nowMs: number;
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const GOOD_FOR_MS = 5 * 60_000;

/** What is wrong with the signature in the header, by AWS's description of Signature Version 4; undefined when nothing is. */
export function wrongInHeader(
  request: SignedRequest,
  keys: Keys,
  scope: Scope,
): string | undefined {
  const { headers, target } = request;
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)$/.exec(
      headers.authorization ?? '',
    );
  if (!match) return 'no signature';
  const [, credential = '', names = '', signature = ''] = match;
  const date = headers['x-amz-date'] ?? '';
  if (!names.split(';').includes('host')) return 'the host is not signed';
  if (headers['x-amz-security-token'] !== keys.sessionToken) return 'another session token';
  if (Math.abs(msOf(date) - scope.nowMs) > GOOD_FOR_MS) return 'another time';
  const url = new URL(target, 'http://host');
  const expected = signatureOf(request, url.searchParams, { names, date, keys, scope });
  return compared({ credential, signature, expected, keys, scope, date });
}

/** The same for a link, whose signature is in its query. */
export function wrongInLink(link: string, keys: Keys, scope: Scope): string | undefined {
  const url = new URL(link);
  const query = url.searchParams;
  const date = query.get('X-Amz-Date') ?? '';
  const names = query.get('X-Amz-SignedHeaders') ?? '';
  const signature = query.get('X-Amz-Signature') ?? '';
  const seconds = Number(query.get('X-Amz-Expires'));
  if (!(seconds >= 1 && seconds <= 300)) return 'no time to expire';
  if (scope.nowMs > msOf(date) + seconds * 1000) return 'expired';
  if ((query.get('X-Amz-Security-Token') ?? undefined) !== keys.sessionToken)
    return 'another session token';
  query.delete('X-Amz-Signature');
  const request = { method: 'GET', target: url.pathname, headers: { host: url.host }, body: '' };
  const expected = signatureOf(request, query, { names, date, keys, scope });
  const credential = query.get('X-Amz-Credential') ?? '';
  return compared({ credential, signature, expected, keys, scope, date });
}

function signatureOf(
  { method, target, headers, body }: SignedRequest,
  query: URLSearchParams,
  { names, date, keys, scope }: { names: string; date: string; keys: Keys; scope: Scope },
): string {
  const canonical = [
    method,
    new URL(target, 'http://host').pathname.split('/').map(encodeURIComponent).join('/'),
    [...query]
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .sort()
      .join('&'),
    ...names.split(';').map((name) => `${name}:${(headers[name] ?? '').trim()}`),
    '',
    names,
    hash(body),
  ].join('\n');
  const place = scopeText(date, scope);
  const toSign = ['AWS4-HMAC-SHA256', date, place, hash(canonical)].join('\n');
  let key = Buffer.from(`AWS4${keys.secretAccessKey}`);
  for (const part of place.split('/')) key = createHmac('sha256', key).update(part).digest();
  return createHmac('sha256', key).update(toSign).digest('hex');
}

function compared(found: {
  credential: string;
  signature: string;
  expected: string;
  keys: Keys;
  scope: Scope;
  date: string;
}): string | undefined {
  const { credential, signature, expected, keys, scope, date } = found;
  if (credential !== `${keys.accessKeyId}/${scopeText(date, scope)}`) return 'another scope';
  return signature === expected ? undefined : 'another signature';
}

const scopeText = (date: string, { region, service }: Scope) =>
  `${date.slice(0, 8)}/${region}/${service}/aws4_request`;

/** `20250822T091500Z` */
const msOf = (date: string) =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5'));
