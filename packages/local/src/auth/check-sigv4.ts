import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import type { RawRequest, RequestHead } from '../surface/answer.js';
import { ServiceFault } from '../surface/service-fault.js';
import { canonicalRequest } from './canonical-request.js';
import type { LocalCredentials } from './local-credentials.js';
import {
  type Authorization,
  algorithm,
  incomplete,
  readAuthorization,
} from './read-authorization.js';

export const signingName = 'nova-act';
const maxSkewMs = 5 * 60_000;

export interface SigV4Rules {
  credentials: readonly LocalCredentials[];
  region: string;
  /** The signing name of the service: {@link signingName}. */
  service: string;
  now: () => number;
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
  const authorization = readAuthorization(request);
  checkScope(authorization, rules);
  const timestamp = checkTime(authorization, rules.now());
  checkSignedHeaders(request, authorization);
  const credentials = findCredentials(authorization, rules.credentials);
  if (bodyHash === undefined) return credentials.accessKeyId;
  const scope = `${authorization.date}/${authorization.region}/${authorization.service}/aws4_request`;
  const hashed = hash(
    'sha256',
    canonicalRequest(
      { ...request, query: authorization.query },
      authorization.signedHeaders,
      bodyHash,
    ),
  );
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

function checkTime({ date, timestamp, lifetimeMs }: Authorization, nowMs: number): string {
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
  const goodForMs = lifetimeMs ?? maxSkewMs;
  if (signedMs < nowMs - goodForMs)
    refuse(
      `Signature expired: signed at ${timestamp}, more than ${goodForMs / 60_000} minutes ago.`,
    );
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
  { accessKeyId, token }: Authorization,
  known: readonly LocalCredentials[],
): LocalCredentials {
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
