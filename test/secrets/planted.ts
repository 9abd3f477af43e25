import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { encodeError } from '@nova-act/core';

/** A secret that is found again wherever it turns up: its marker is like no other text. */
export function secret(name: string, length = 40): string {
  const noise = createHash('sha512').update(name).digest('hex');
  return `PLANTED${name}${noise}`.slice(0, length);
}

/** Every secret that can enter, each recognisable. */
export const PLANTED = {
  apiKey: secret('Key', 36),
  accessKeyId: secret('AccessId', 20),
  secretAccessKey: secret('AwsSecret'),
  sessionToken: secret('Session', 120),
  proxyUser: secret('ProxyUser', 24),
  proxyPassword: secret('ProxyPass', 24),
  cdpHeader: secret('CdpHeader'),
  cdpToken: secret('CdpToken'),
  signature: secret('Signature', 64),
  securityToken: secret('UrlToken', 64),
  urlPassword: secret('UrlPass', 24),
  externalId: secret('ExternalId'),
  typedPassword: secret('Typed', 32),
};

/** A pre-signed URL of the page at `url`, with everything of it that lets somebody in. */
export function signed(url: string): string {
  const target = new URL(url);
  for (const [name, value] of [
    ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
    ['X-Amz-Credential', `${PLANTED.accessKeyId}/20260203/us-east-1/s3/aws4_request`],
    ['X-Amz-Security-Token', PLANTED.securityToken],
    ['X-Amz-Signature', PLANTED.signature],
  ] as const) {
    target.searchParams.set(name, value);
  }
  return target.href;
}

/** Every way in which a value comes to be read by somebody who did not ask for a member by name. */
export function shown(value: unknown): string {
  const ways = [
    () => inspect(value, { depth: 20, maxStringLength: null, maxArrayLength: null }),
    () => inspect(value, { depth: 20, maxStringLength: null, showHidden: true }),
    () => String(value),
    () => JSON.stringify(value) ?? '',
    () => inspect([new Map([['it', value]])], { depth: 20, maxStringLength: null }),
    () => (value instanceof Error ? inspect({ ...value }, { depth: 20 }) : ''),
    () => (value instanceof Error ? `${value.stack}\n${JSON.stringify(encodeError(value))}` : ''),
  ];
  return ways.map(attempt).join('\n');
}

function attempt(way: () => string): string {
  try {
    return way();
  } catch (error) {
    return `cannot be shown: ${String(error)}`;
  }
}

/** The secrets that are in a text, by name, as they are or in an encoding that gives them away. */
export function leaksIn(text: string): string[] {
  return Object.entries(PLANTED)
    .filter(([, value]) => disguises(value).some((disguise) => text.includes(disguise)))
    .map(([name]) => name);
}

function disguises(value: string): string[] {
  const bytes = Buffer.from(value);
  return [
    value,
    // A part is enough: half of a key is not to be shown either.
    value.slice(0, 16),
    value.slice(-14),
    bytes.toString('hex'),
    bytes.toString('base64').slice(0, -4),
    bytes.toString('base64url').slice(0, -4),
  ];
}
