import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import type { RawRequest, RequestHead } from '../surface/answer.js';
import { ServiceFault } from '../surface/service-fault.js';
import { canonicalRequest } from './canonical-request.js';
import type { LocalCredentials } from './local-credentials.js';

export const signingName = 'nova-act';
const algorithm = 'AWS4-HMAC-SHA256';
const maxSkewMs = 5 * 60_000;

export interface SigV4Rules {
  credentials: readonly LocalCredentials[];
  region: string;
  /** The signing name of the service: {@link signingName}. */
  service: string;
  now: () => number;
}

interface Authorization {
  accessKeyId: string;
  date: string;
  region: string;
  service: string;
  signedHeaders: string[];
  signature: string;
}

/** Throws unless the request is signed, right now, with one of the known credentials. Gives the access key id. */
export function checkSigV4(request: RawRequest, rules: SigV4Rules): string {
  // The body as it came, whatever x-amz-content-sha256 claims.
  return checkSigned(request, rules, hash('sha256', request.body));
}

/**
 * The same before the body is there, by the hash that the client claims of it and has signed. False when it claims
 * none: it must then at least name a key that is known.
 */
export function checkSigV4Head(request: RequestHead, rules: SigV4Rules): boolean {
  const claimed = request.headers['x-amz-content-sha256'];
  checkSigned(request, rules, claimed);
  return claimed !== undefined;
}

function checkSigned(
  request: RequestHead,
  rules: SigV4Rules,
  bodyHash: string | undefined,
): string {
  const authorization = readAuthorization(request.headers['authorization']);
  checkScope(authorization, rules);
  const timestamp = checkTime(request, authorization, rules.now());
  checkSignedHeaders(request, authorization);
  const credentials = findCredentials(request, authorization, rules.credentials);
  if (bodyHash === undefined) return credentials.accessKeyId;
  const scope = `${authorization.date}/${authorization.region}/${authorization.service}/aws4_request`;
  const hashed = hash('sha256', canonicalRequest(request, authorization.signedHeaders, bodyHash));
  const expected = hmac(
    signingKey(credentials.secretAccessKey, authorization),
    [algorithm, timestamp, scope, hashed].join('\n'),
  );
  const given = Buffer.from(authorization.signature, 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    refuse(
      'The request signature does not match the one calculated here. Check the secret access key, and that nothing between client and service changes the request.',
    );
  return credentials.accessKeyId;
}

function readAuthorization(header: string | undefined): Authorization {
  if (header === undefined || header === '')
    throw ServiceFault.unauthenticated(
      'Missing authentication token: sign the request with Signature Version 4.',
      'MissingAuthenticationTokenException',
    );
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
  const scope = (parts.get('Credential') ?? '').split('/');
  const signedHeaders = (parts.get('SignedHeaders') ?? '').split(';').filter(Boolean);
  const signature = parts.get('Signature') ?? '';
  const [accessKeyId = '', date = '', region = '', service = '', end = ''] = scope;
  if (scope.length !== 5 || end !== 'aws4_request')
    incomplete('Authorization must have Credential=KEY/DATE/REGION/SERVICE/aws4_request.');
  if (signedHeaders.length === 0) incomplete('Authorization must have SignedHeaders.');
  if (!/^[0-9a-f]{64}$/.test(signature))
    incomplete('Authorization must have Signature, 64 hex digits.');
  return { accessKeyId, date, region, service, signedHeaders, signature };
}

function checkScope({ region, service }: Authorization, rules: SigV4Rules): void {
  if (service !== rules.service)
    refuse(
      `Credential should be scoped to the service ${rules.service}, not ${JSON.stringify(service)}.`,
    );
  if (region !== rules.region)
    refuse(
      `Credential should be scoped to the region ${rules.region}, not ${JSON.stringify(region)}.`,
    );
}

function checkTime(request: RequestHead, { date }: Authorization, nowMs: number): string {
  const timestamp = request.headers['x-amz-date'] ?? '';
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(timestamp);
  if (!parts) incomplete('x-amz-date is required, as YYYYMMDDTHHMMSSZ.');
  const [, year, month, day, hour, minute, second] = parts.map(Number);
  const signedMs = Date.UTC(
    year ?? 0,
    (month ?? 1) - 1,
    day ?? 1,
    hour ?? 0,
    minute ?? 0,
    second ?? 0,
  );
  if (!timestamp.startsWith(date))
    refuse('The date of the Credential scope is not the date of x-amz-date.');
  if (signedMs < nowMs - maxSkewMs)
    refuse(`Signature expired: signed at ${timestamp}, more than 5 minutes ago.`);
  if (signedMs > nowMs + maxSkewMs)
    refuse(`Signature not yet current: signed at ${timestamp}, more than 5 minutes ahead.`);
  return timestamp;
}

function checkSignedHeaders(request: RequestHead, { signedHeaders }: Authorization): void {
  const mustBeSigned = Object.keys(request.headers).filter(
    (name) => name === 'host' || name.startsWith('x-amz-'),
  );
  const unsigned = ['host', ...mustBeSigned].find((name) => !signedHeaders.includes(name));
  if (unsigned !== undefined) refuse(`The header ${unsigned} must be signed.`);
}

function findCredentials(
  request: RequestHead,
  { accessKeyId }: Authorization,
  known: readonly LocalCredentials[],
): LocalCredentials {
  const token = request.headers['x-amz-security-token'];
  const found = known.find(
    (each) => each.accessKeyId === accessKeyId && each.sessionToken === token,
  );
  if (!found)
    throw ServiceFault.unauthenticated(
      'The security token included in the request is invalid.',
      'UnrecognizedClientException',
    );
  return found;
}

/** The newest key: it is the same for every request of a day, and takes longer than the rest. */
let newest: { from: string; key: Buffer } | undefined;

function signingKey(secret: string, { date, region, service }: Authorization): Buffer {
  const from = [secret, date, region, service].join('\n');
  if (newest?.from !== from) {
    const parts = [date, region, service, 'aws4_request'];
    newest = { from, key: parts.reduce<Buffer>(hmac, Buffer.from(`AWS4${secret}`)) };
  }
  return newest.key;
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function refuse(message: string): never {
  throw ServiceFault.unauthenticated(message, 'InvalidSignatureException');
}

function incomplete(message: string): never {
  throw ServiceFault.unauthenticated(message, 'IncompleteSignatureException');
}
