import type { RequestHead } from '../surface/answer.js';
import { ServiceFault } from '../surface/service-fault.js';

export const algorithm = 'AWS4-HMAC-SHA256';

/** A week, as AWS has it. */
const maxLifetimeSeconds = 604_800;

/** What a request says of its signature, in its headers or, where it is presigned, in its query. */
export interface Authorization {
  accessKeyId: string;
  date: string;
  region: string;
  service: string;
  signedHeaders: string[];
  signature: string;
  /** `YYYYMMDDTHHMMSSZ`, as it was sent. */
  timestamp: string;
  token: string | undefined;
  /** Of a presigned request: how long it is good for. */
  lifetimeMs: number | undefined;
  /** What is signed of the query. */
  query: string;
}

/** Throws an `unauthenticated` {@link ServiceFault} where there is no signature, or not all of one. */
export function readAuthorization(request: RequestHead): Authorization {
  const header = request.headers['authorization'];
  if (header !== undefined && header !== '') return fromHeaders(header, request);
  const query = new URLSearchParams(request.query);
  if (query.has('X-Amz-Signature')) return fromQuery(query, request.query);
  throw ServiceFault.unauthenticated(
    'Missing authentication token: sign the request with Signature Version 4.',
    'MissingAuthenticationTokenException',
  );
}

function fromHeaders(header: string, { headers, query }: RequestHead): Authorization {
  if (!header.startsWith(`${algorithm} `))
    incomplete(`Authorization must start with ${algorithm}.`);
  const parts = new Map(
    header
      .slice(algorithm.length)
      .split(',')
      .map((part) => {
        const [name = '', ...value] = part.trim().split('=');
        return [name, value.join('=')] as const;
      }),
  );
  return {
    ...signed('Authorization must have ', (name) => parts.get(name)),
    timestamp: headers['x-amz-date'] ?? '',
    token: headers['x-amz-security-token'],
    lifetimeMs: undefined,
    query,
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
function fromQuery(query: URLSearchParams, sent: string): Authorization {
  if (query.get('X-Amz-Algorithm') !== algorithm)
    incomplete(`X-Amz-Algorithm must be ${algorithm}.`);
  const lifetime = query.get('X-Amz-Expires') ?? '';
  if (!/^\d{1,6}$/.test(lifetime) || Number(lifetime) > maxLifetimeSeconds)
    incomplete(`X-Amz-Expires must be a number of seconds up to ${maxLifetimeSeconds}.`);
  return {
    ...signed('The query must have X-Amz-', (name) => query.get(`X-Amz-${name}`) ?? undefined),
    timestamp: query.get('X-Amz-Date') ?? '',
    token: query.get('X-Amz-Security-Token') ?? undefined,
    lifetimeMs: Number(lifetime) * 1_000,
    query: sent
      .split('&')
      .filter((part) => !part.startsWith('X-Amz-Signature='))
      .join('&'),
  };
}

function signed(must: string, part: (name: string) => string | undefined) {
  const scope = (part('Credential') ?? '').split('/');
  const signedHeaders = (part('SignedHeaders') ?? '').split(';').filter(Boolean);
  const signature = part('Signature') ?? '';
  const [accessKeyId = '', date = '', region = '', service = '', end = ''] = scope;
  if (scope.length !== 5 || end !== 'aws4_request')
    incomplete(`${must}Credential=KEY/DATE/REGION/SERVICE/aws4_request.`);
  if (signedHeaders.length === 0) incomplete(`${must}SignedHeaders.`);
  if (!/^[0-9a-f]{64}$/.test(signature)) incomplete(`${must}Signature, 64 hex digits.`);
  return { accessKeyId, date, region, service, signedHeaders, signature };
}

export function incomplete(message: string): never {
  throw ServiceFault.unauthenticated(message, 'IncompleteSignatureException');
}
