import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpSigned } from '../support/corp-signed.js';
import { listening, startProxy } from '../support/proxy-world.js';
import { awsHome, failure, find, loopback } from './aws-world.js';

const SESSION = 'arn:aws:iam::111122223333:user/me';
const REFRESH = 'planted-refresh-token';
const { privateKey: dpopKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  privateKeyEncoding: { type: 'sec1', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

/** What `aws login` leaves, good for `leftMs`; and a profile that names it. */
function loggedIn(leftMs: number | undefined, env: Record<string, string> = {}) {
  const config = `[profile me]\nlogin_session = ${SESSION}\nregion = us-east-1\n`;
  const { home } = awsHome({ config }, { AWS_LOGIN_CACHE_DIRECTORY: '$HOME/login', ...env });
  const file = join(home, 'login', `${createHash('sha256').update(SESSION).digest('hex')}.json`);
  mkdirSync(join(home, 'login'));
  if (leftMs === undefined) return file;
  const accessToken = {
    accessKeyId: 'ASIALOGIN',
    secretAccessKey: 'planted-secret',
    sessionToken: 'planted-token',
    accountId: '111122223333',
    expiresAt: new Date(Date.now() + leftMs).toISOString(),
  };
  const token = { accessToken, clientId: 'c', refreshToken: REFRESH, idToken: 'i', dpopKey };
  writeFileSync(file, JSON.stringify(token));
  return file;
}

const RENEWED = {
  accessToken: { accessKeyId: 'ASIANEW', secretAccessKey: 's', sessionToken: 't' },
  tokenType: 'aws_sigv4',
  expiresIn: 900,
  refreshToken: 'planted-next-token',
};

const signin = (status: number, body: object, type = '') =>
  loopback((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type });
    response.end(JSON.stringify(body));
  });

const HOUR = 3_600_000;
const REMEDY = 'Run: aws login --profile me';

describe('the profile of an `aws login`', () => {
  it('has the credentials of the login, and asks nobody while they last', async () => {
    loggedIn(HOUR, { AWS_ENDPOINT_URL_SIGNIN: 'http://127.0.0.1:2' });
    expect(await find({ profile: 'me' })).toMatchObject({ accessKeyId: 'ASIALOGIN' });
  });

  it('is renewed through the proxy, with the certificates of AWS_CA_BUNDLE, and written back', async () => {
    const asked: string[] = [];
    const port = await listening(
      createTlsServer(corpSigned, async (request, response) => {
        let body = '';
        for await (const part of request) body += part;
        asked.push(`${request.headers.host} ${body.includes(REFRESH)}`);
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(RENEWED));
      }),
    );
    const { url, asked: tunnels } = await startProxy({ port });
    const file = loggedIn(-1_000, {
      AWS_ENDPOINT_URL_SIGNIN: 'https://signin.corp.test',
      AWS_CA_BUNDLE: '$HOME/ca.pem',
      HTTPS_PROXY: url,
    });
    writeFileSync(join(process.env['HOME'] ?? '', 'ca.pem'), corpSigned.cert);
    expect(await find({ profile: 'me' })).toMatchObject({ accessKeyId: 'ASIANEW' });
    expect(tunnels).toEqual(['signin.corp.test:443']);
    expect(asked).toEqual(['signin.corp.test true']);
    expect(readFileSync(file, 'utf8')).toContain('planted-next-token');
  });

  it('nobody has logged in to says so', async () => {
    loggedIn(undefined);
    expect((await failure({ profile: 'me' })).message).toBe(
      `The login of the profile me is not there or has expired. ${REMEDY}`,
    );
  });

  it('whose login AWS has ended says so, and shows no token', async () => {
    const said = { error: 'TOKEN_EXPIRED', message: 'It has expired' };
    loggedIn(-1_000, { AWS_ENDPOINT_URL_SIGNIN: await signin(403, said, 'AccessDeniedException') });
    const error = await failure({ profile: 'me' });
    expect(error.message).toContain(REMEDY);
    expect(JSON.stringify(error) + error.stack).not.toContain('planted');
  });

  it.each([
    ['answers 503', 503, /answered 503/],
    ['is away', 0, /127\.0\.0\.1:2 could not be reached: the connection was refused/],
  ])('that cannot be renewed because AWS %s is not called expired', async (_what, status, said) => {
    const url = status ? await signin(status, {}) : 'http://127.0.0.1:2';
    loggedIn(-1_000, { AWS_ENDPOINT_URL_SIGNIN: url });
    const { message } = await failure({ profile: 'me' });
    expect(message).toMatch(said);
    expect(message).not.toContain('aws login');
  });
});
