import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { corpSigned } from '../support/corp-signed.js';
import { listening, startProxy } from '../support/proxy-world.js';
import { awsHome, failure, find, loopback } from './aws-world.js';

const SESSION =
  '[sso-session corp]\nsso_start_url = https://corp.example.com/start\nsso_region = us-east-1\n';
const DEV =
  '[profile dev]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = Dev\n';
const BEARER = 'sso-bearer-secret';

// The SDK keeps the first home it sees for the life of the process.
const home = mkdtempSync(join(tmpdir(), 'nova-act-sso-'));
const cache = join(home, '.aws/sso/cache');
const tokenFile = join(cache, `${createHash('sha1').update('corp').digest('hex')}.json`);
afterAll(() => rmSync(home, { recursive: true, force: true }));

beforeEach(() => {
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
});

const login = (leftMs: number, more: object = {}) =>
  writeFileSync(
    tokenFile,
    JSON.stringify({
      ...more,
      accessToken: BEARER,
      expiresAt: new Date(Date.now() + leftMs).toISOString(),
      region: 'us-east-1',
      startUrl: 'https://corp.example.com/start',
    }),
  );

function at(
  config = SESSION + DEV,
  portal = 'http://127.0.0.1:1',
  env: Record<string, string> = {},
) {
  awsHome({ config }, { AWS_ENDPOINT_URL_SSO: portal, ...env });
  const files = process.env['HOME'] ?? '';
  vi.stubEnv('AWS_CONFIG_FILE', join(files, '.aws/config'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(files, '.aws/credentials'));
  vi.stubEnv('HOME', home);
}

const portal = (status: number, body: object, type = '') =>
  loopback((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type });
    response.end(JSON.stringify(body));
  });

const roleCredentials = () => ({
  accessKeyId: 'ASIASSO',
  secretAccessKey: 's',
  sessionToken: 't',
  expiration: Date.now() + 3_600_000,
});

describe('an SSO profile', () => {
  it('gets the credentials of its role from the portal', async () => {
    login(3_600_000);
    at(SESSION + DEV, await portal(200, { roleCredentials: roleCredentials() }));
    expect(await find({ profile: 'dev' })).toMatchObject({ accessKeyId: 'ASIASSO' });
  });

  const remedy = 'Run: aws sso login --profile dev';

  it('nobody has logged in to says so', async () => {
    at();
    const { message } = await failure({ profile: 'dev' });
    expect(message).toContain('nobody has logged in');
    expect(message).toContain(remedy);
  });

  it('whose login has expired says so', async () => {
    login(-1_000);
    at();
    const { message } = await failure({ profile: 'dev' });
    expect(message).toContain('has expired');
    expect(message).toContain(remedy);
  });

  it('whose session the portal has ended says so, and never shows the token', async () => {
    login(3_600_000);
    const said = { message: 'Session token not found or invalid' };
    at(SESSION + DEV, await portal(401, said, 'UnauthorizedException'));
    const error = await failure({ profile: 'dev' });
    expect(error.message).toContain('was ended by the portal');
    expect(error.message).toContain(remedy);
    expect(JSON.stringify(error) + error.stack).not.toContain(BEARER);
  });

  it('whose role the portal does not give names the settings, not the login', async () => {
    login(3_600_000);
    at(SESSION + DEV, await portal(403, { message: 'No access' }, 'ForbiddenException'));
    const { message } = await failure({ profile: 'dev' });
    expect(message).toContain('sso_account_id and sso_role_name');
    expect(message).not.toContain('aws sso login');
  });

  it('of a session that is not configured, or without its settings, is told which', async () => {
    at(DEV);
    expect((await failure({ profile: 'dev' })).message).toContain('[sso-session corp]');
    at(`${SESSION}[profile dev]\nsso_session = corp\n`);
    expect((await failure({ profile: 'dev' })).message).toContain('sso_account_id, sso_role_name');
  });

  it('reaches its portal through the proxy, with the certificates that it names', async () => {
    login(3_600_000);
    const port = await listening(
      createTlsServer(corpSigned, (_request, response) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ roleCredentials: roleCredentials() }));
      }),
    );
    const { url, asked } = await startProxy({ port });
    const bundle = join(home, 'ca.pem');
    writeFileSync(bundle, corpSigned.cert);
    const named = `${DEV}ca_bundle = ${bundle}\n`;
    at(SESSION + named, 'https://portal.corp.test', { HTTPS_PROXY: url });
    expect(await find({ profile: 'dev' })).toMatchObject({ accessKeyId: 'ASIASSO' });
    expect(asked).toEqual(['portal.corp.test:443']);
  });

  // Each of a session of its own: the SDK leaves one alone for 30 s whose renewal has failed.
  const renewable = (name: string, oidc: string, leftMs = -1_000) => {
    const file = join(cache, `${createHash('sha1').update(name).digest('hex')}.json`);
    login(leftMs, {
      clientId: 'c',
      clientSecret: 'planted-client-secret',
      refreshToken: 'planted-refresh-token',
      registrationExpiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    });
    renameSync(tokenFile, file);
    const config = (SESSION + DEV)
      .replaceAll('corp\n', `${name}\n`)
      .replace('session corp]', `session ${name}]`);
    return { config, env: { AWS_ENDPOINT_URL_SSO_OIDC: oidc } };
  };

  it('whose login has expired and can be renewed is renewed', async () => {
    const oidc = await portal(200, { accessToken: 'next', expiresIn: 3600, refreshToken: 'r' });
    const { config, env } = renewable('one', oidc);
    at(config, await portal(200, { roleCredentials: roleCredentials() }), env);
    expect(await find({ profile: 'dev' })).toMatchObject({ accessKeyId: 'ASIASSO' });
  });

  it.each([
    ['two', 'away', 0, /127\.0\.0\.1:2 could not be reached: the connection was refused/],
    ['three', 'unwell', 503, /answered 503/],
  ])(
    'whose login %s cannot be renewed because AWS is %s is not called expired, twice',
    async (name, _what, status, said) => {
      const { config, env } = renewable(
        name,
        status ? await portal(status, {}) : 'http://127.0.0.1:2',
      );
      at(config, 'http://127.0.0.1:2', env);
      for (const _ of [1, 2]) {
        const { message } = await failure({ profile: 'dev' });
        expect(message).toMatch(said);
        expect(message).not.toContain('aws sso login');
      }
    },
  );

  it('whose login cannot be renewed any more has expired', async () => {
    const oidc = await portal(400, { error: 'invalid_grant' }, 'InvalidGrantException');
    const { config, env } = renewable('four', oidc);
    at(config, 'http://127.0.0.1:2', env);
    expect((await failure({ profile: 'dev' })).message).toContain(remedy);
  });

  it('of a session whose name the SDK cannot read says so', async () => {
    at((SESSION + DEV).replaceAll('corp', 'my corp'));
    expect((await failure({ profile: 'dev' })).message).toMatch(
      /the name "my corp", which the AWS SDK cannot read/,
    );
  });

  it('whose portal cannot be reached says that it is the login, and why', async () => {
    login(3_600_000);
    at(SESSION + DEV, 'http://127.0.0.1:2');
    expect((await failure({ profile: 'dev' })).message).toMatch(
      /SSO login of the profile dev could not be used: 127\.0\.0\.1:2 could not be reached: the connection was refused/,
    );
  });
});
