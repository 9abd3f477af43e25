import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { Logger } from '../../src/logger.js';
import {
  credentialProvider,
  type FindingOptions,
} from '../../src/service/auth/credentials/credential-provider.js';
import type { IamAuth } from '../../src/service/auth/resolve-auth.js';

/** What sets up an identity, or a way out, on a machine where tests run. */
const RIVALS = [
  'AWS_PROFILE',
  'AWS_DEFAULT_PROFILE',
  'AWS_SECURITY_TOKEN',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_ROLE_ARN',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONFIG_FILE',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_REGION',
  'AWS_DEFAULT_REGION',
  'AWS_CA_BUNDLE',
  'AWS_ENDPOINT_URL',
  ...['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'].flatMap((name) => [name, name.toLowerCase()]),
];

/** An environment with a home of its own, until the test is over; `$HOME` in the files stands for it. */
export function awsHome(
  files: { config?: string; credentials?: string; scripts?: Record<string, string> } = {},
  env: Record<string, string> = {},
) {
  const home = mkdtempSync(join(tmpdir(), 'nova-act-aws-'));
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(home, { recursive: true, force: true });
  });
  mkdirSync(join(home, '.aws', 'sso', 'cache'), { recursive: true });
  const write = (path: string, text: string) =>
    writeFileSync(join(home, path), text.replaceAll('$HOME', home));
  write('.aws/config', files.config ?? '');
  write('.aws/credentials', files.credentials ?? '');
  for (const [name, text] of Object.entries(files.scripts ?? {})) {
    write(name, `#!/bin/sh\n${text}\n`);
    chmodSync(join(home, name), 0o755);
  }
  for (const name of RIVALS) vi.stubEnv(name, undefined);
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  vi.stubEnv('HOME', home);
  for (const [name, value] of Object.entries(env)) {
    vi.stubEnv(name, value.replaceAll('$HOME', home));
  }
  return { home, write };
}

/** A server on loopback, closed with its connections when the test is over. */
export async function loopback(
  handler: (request: IncomingMessage, response: ServerResponse, body: string) => void,
): Promise<string> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    handler(request, response, body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export const KEYS = '[base]\naws_access_key_id = AKIDBASE\naws_secret_access_key = base-secret\n';

/** What `auth` finds, once. */
export const find = (auth: Partial<IamAuth> = {}, options: FindingOptions = {}) =>
  credentialProvider({ kind: 'iam', region: 'us-east-1', ...auth }, { attempts: 1, ...options })();

/** Why `auth` finds nothing. */
export async function failure(
  auth: Partial<IamAuth> = {},
  options: FindingOptions = {},
): Promise<Error> {
  try {
    const { accessKeyId } = await find(auth, options);
    throw new Error(`${accessKeyId} was found`);
  } catch (error) {
    return error as Error;
  }
}

export function noted() {
  const warnings: { message: string; fields: Record<string, unknown> | undefined }[] = [];
  const logger: Logger = {
    debug() {},
    info() {},
    warn: (message, fields) => warnings.push({ message, fields }),
    error() {},
  };
  return { logger, warnings };
}

const STS = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** STS's answer to `action`, with the key `id`. */
export const stsAnswer = (action: string, id: string) =>
  `<${action}Response xmlns="${STS}"><${action}Result><Credentials><AccessKeyId>${id}</AccessKeyId>` +
  '<SecretAccessKey>role-secret</SecretAccessKey><SessionToken>role-token</SessionToken>' +
  `<Expiration>${new Date(Date.now() + 3_600_000).toISOString()}</Expiration></Credentials></${action}Result></${action}Response>`;

export const stsRefusal = (code: string, message: string) =>
  `<ErrorResponse xmlns="${STS}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
