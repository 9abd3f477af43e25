import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { S3BrowserSession } from '../../src/browser/browser-session/s3-browser-session.js';
import { s3Address } from '../../src/storage/s3/s3-address.js';
import { awsHome, loopback } from '../credentials/aws-world.js';
import { corpSigned } from '../support/corp-signed.js';
import { listening, startProxy } from '../support/proxy-world.js';

const folder = mkdtempSync(join(tmpdir(), 'nova-act-s3-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const bundle = join(folder, 'ca.pem');
writeFileSync(bundle, corpSigned.cert);

const { signal } = new AbortController();
const STATE = { cookies: [], origins: [] };
const KEYS = 'aws_access_key_id = AKIDS3\naws_secret_access_key = planted-secret\n';

/** One object of S3, on loopback. */
function objectStore() {
  const requests: string[] = [];
  const signed: string[] = [];
  let stored: string | undefined;
  const answer = (request: IncomingMessage, response: ServerResponse, body: string) => {
    requests.push(`${request.method} ${request.headers.host}${request.url}`);
    signed.push(String(request.headers.authorization));
    if (request.method === 'PUT') stored = body;
    response.writeHead(stored === undefined ? 404 : 200).end(stored ?? '<Code>NoSuchKey</Code>');
  };
  return { requests, signed, answer };
}

async function roundTrip(
  options: { region?: string; endpointUrl?: string; profile?: string } = {},
) {
  const session = new S3BrowserSession({ bucket: 'my-bucket', key: 'a/b.json', ...options });
  expect(await session.load(signal)).toBeUndefined();
  await session.save(STATE, signal);
  expect(await session.load(signal)).toEqual(STATE);
}

const SERVICES = '[services local]\ns3 =\n  endpoint_url = $S3\n';

describe('a session in S3', () => {
  it.each<[string, { config?: string; env?: Record<string, string>; profile?: string }]>([
    [
      'AWS_ENDPOINT_URL_S3',
      { env: { AWS_ENDPOINT_URL_S3: '$S3', AWS_ENDPOINT_URL: 'http://127.0.0.1:2' } },
    ],
    ['AWS_ENDPOINT_URL', { env: { AWS_ENDPOINT_URL: '$S3' } }],
    ['the default profile', { config: '[default]\nendpoint_url = $S3\n' }],
    [
      'the profile that AWS_PROFILE names',
      { config: '[profile w]\nendpoint_url = $S3\n', env: { AWS_PROFILE: 'w' } },
    ],
    [
      'its services section',
      {
        config: `[profile w]\nservices = local\nendpoint_url = http://127.0.0.1:2\n${SERVICES}`,
        profile: 'w',
      },
    ],
  ])(
    'is where %s says, with the bucket in the path',
    async (_what, { config = '', env = {}, profile }) => {
      const { requests, signed, answer } = objectStore();
      const url = await loopback(answer);
      const fill = (text: string) => text.replaceAll('$S3', url);
      awsHome(
        { config: fill(config), credentials: `[default]\n${KEYS}[w]\n${KEYS}` },
        Object.fromEntries(Object.entries(env).map(([name, value]) => [name, fill(value)])),
      );
      await roundTrip(profile ? { profile } : {});
      const { host } = new URL(url);
      expect(requests).toEqual(
        ['GET', 'PUT', 'GET'].map((method) => `${method} ${host}/my-bucket/a/b.json`),
      );
      expect(signed[0]).toMatch(/Credential=AKIDS3\/\d+\/us-east-1\/s3\/aws4_request/);
    },
  );

  it('goes through the proxy, with the certificates that the profile names', async () => {
    const { requests, answer } = objectStore();
    const port = await listening(
      createTlsServer(corpSigned, async (request, response) => {
        let body = '';
        for await (const part of request) body += part;
        answer(request, response, body);
      }),
    );
    const { url, asked } = await startProxy({ port });
    const config = `[profile corp]\nca_bundle = ${bundle}\nendpoint_url = https://s3.corp.test\n`;
    awsHome({ config, credentials: `[corp]\n${KEYS}` }, { HTTPS_PROXY: url });
    await roundTrip({ profile: 'corp' });
    expect(new Set(asked)).toEqual(new Set(['s3.corp.test:443']));
    expect(requests[0]).toBe('GET s3.corp.test/my-bucket/a/b.json');
  });

  it('spoken to without TLS goes through the proxy of HTTP_PROXY alone', async () => {
    const refusing = await startProxy({ status: 503 });
    const through: string[] = [];
    const proxy = await loopback((request, response) => {
      through.push(String(request.url));
      response.writeHead(404).end('<Code>NoSuchKey</Code>');
    });
    awsHome(
      { credentials: `[default]\n${KEYS}` },
      { HTTPS_PROXY: refusing.url, HTTP_PROXY: proxy },
    );
    const session = new S3BrowserSession({
      bucket: 'my-bucket',
      key: 'k',
      endpointUrl: 'http://s3.corp.test',
    });
    expect(await session.load(signal)).toBeUndefined();
    expect(refusing.asked).toEqual([]);
    expect(through).toEqual(['http://s3.corp.test/my-bucket/k']);
  });

  it('that cannot be reached says which host, and why', async () => {
    awsHome({ credentials: `[default]\n${KEYS}` }, { AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:2' });
    await expect(roundTrip()).rejects.toThrow(
      's3://my-bucket/a/b.json could not be read: 127.0.0.1:2 could not be reached: the connection was refused',
    );
    const { url } = await startProxy({ status: 407 });
    vi.stubEnv('HTTPS_PROXY', url);
    await expect(roundTrip({ endpointUrl: 'https://s3.corp.test' })).rejects.toThrow(
      's3.corp.test could not be reached: the proxy answered 407',
    );
  });

  it('is asked once more with keys that were rotated meanwhile, and with S3’s time', async () => {
    const signed: string[] = [];
    const { answer } = objectStore();
    const url = await loopback((request, response, body) => {
      const { authorization, 'x-amz-date': at } = request.headers;
      signed.push(`${/=(AKID\w+)/.exec(String(authorization))?.[1]} ${at}`);
      response.setHeader('date', new Date(Date.now() + 3_600_000).toUTCString());
      if (signed.length === 1) {
        write('.aws/credentials', `[default]\n${KEYS}`);
        return response.writeHead(403).end('<Code>InvalidAccessKeyId</Code>');
      }
      if (signed.length === 2)
        return response.writeHead(403).end('<Code>RequestTimeTooSkewed</Code>');
      return answer(request, response, body);
    });
    const { write } = awsHome(
      { credentials: `[default]\n${KEYS.replace('AKIDS3', 'AKIDOLD')}` },
      { AWS_ENDPOINT_URL_S3: url },
    );
    await roundTrip();
    const [first, second, third] = signed.map((one) => one.split(' '));
    expect([first?.[0], second?.[0], third?.[0]]).toEqual(['AKIDOLD', 'AKIDS3', 'AKIDS3']);
    expect(third?.[1]).not.toBe(second?.[1]);
    expect(signed).toHaveLength(5);
  });

  it('in another region is told which, and the signature follows no redirect', async () => {
    const url = await loopback((_request, response) => {
      response.writeHead(301, {
        location: 'http://127.0.0.1:2/',
        'x-amz-bucket-region': 'eu-west-1',
      });
      response.end('<Code>PermanentRedirect</Code>');
    });
    awsHome({ credentials: `[default]\n${KEYS}` });
    await expect(roundTrip({ endpointUrl: url })).rejects.toThrow(
      '301 PermanentRedirect; the bucket is in eu-west-1: pass it as region',
    );
  });

  it('in a bucket that does not exist is an error, not an empty session', async () => {
    const url = await loopback((_request, response) => {
      response.writeHead(404).end('<Code>NoSuchBucket</Code>');
    });
    awsHome({ credentials: `[default]\n${KEYS}` });
    await expect(roundTrip({ endpointUrl: url })).rejects.toThrow('404 NoSuchBucket');
  });
});

describe('the address of a bucket', () => {
  const at = (env: Record<string, string> = {}, place: object = {}) =>
    s3Address({ bucket: 'my-bucket', ...place }, { HOME: '/nowhere', ...env }).url;

  it.each<[Record<string, string>, object, string]>([
    [{}, {}, 'https://my-bucket.s3.us-east-1.amazonaws.com'],
    [{ AWS_REGION: 'eu-west-1' }, {}, 'https://my-bucket.s3.eu-west-1.amazonaws.com'],
    [
      { AWS_REGION: 'eu-west-1' },
      { region: 'us-west-2' },
      'https://my-bucket.s3.us-west-2.amazonaws.com',
    ],
    [
      { AWS_DEFAULT_REGION: 'eu-west-1' },
      { bucket: 'my.bucket' },
      'https://s3.eu-west-1.amazonaws.com/my.bucket',
    ],
    [{}, { region: 'cn-north-1' }, 'https://my-bucket.s3.cn-north-1.amazonaws.com.cn'],
    [{ AWS_USE_FIPS_ENDPOINT: 'true' }, {}, 'https://my-bucket.s3-fips.us-east-1.amazonaws.com'],
    [
      { AWS_USE_DUALSTACK_ENDPOINT: 'TRUE' },
      {},
      'https://my-bucket.s3.dualstack.us-east-1.amazonaws.com',
    ],
    [
      { AWS_ENDPOINT_URL_S3: 'https://s3.eu-west-1.amazonaws.com' },
      {},
      'https://my-bucket.s3.eu-west-1.amazonaws.com',
    ],
    [{ AWS_ENDPOINT_URL_S3: 'http://minio:9000/base/' }, {}, 'http://minio:9000/base/my-bucket'],
    [
      { AWS_ENDPOINT_URL_S3: 'http://minio:9000', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' },
      {},
      'https://my-bucket.s3.us-east-1.amazonaws.com',
    ],
    [
      { AWS_ENDPOINT_URL_S3: 'http://minio:9000' },
      { endpointUrl: 'http://other' },
      'http://other/my-bucket',
    ],
  ])('with %o and %o is %s', (env, place, url) => {
    expect(at(env, place)).toBe(url);
  });

  it('is of the profile’s region, if it has one', () => {
    const AWS_CONFIG_FILE = join(folder, 'config');
    writeFileSync(
      AWS_CONFIG_FILE,
      '[profile w]\nregion = ap-south-1\nuse_dualstack_endpoint = true\n',
    );
    expect(at({ AWS_CONFIG_FILE }, { profile: 'w' })).toBe(
      'https://my-bucket.s3.dualstack.ap-south-1.amazonaws.com',
    );
  });

  it.each([
    [{ AWS_ENDPOINT_URL_S3: 'minio:9000' }, 'AWS_ENDPOINT_URL_S3'],
    [{ AWS_ENDPOINT_URL_S3: 'http://user:hunter2@minio' }, 'AWS_ENDPOINT_URL_S3'],
    [{ AWS_REGION: 'evil.example/' }, 'AWS_REGION'],
    [{ AWS_USE_FIPS_ENDPOINT: 'true', AWS_ENDPOINT_URL: 'http://minio' }, 'AWS_USE_FIPS_ENDPOINT'],
  ])('with %o is refused by the name of what gave it', (env, field) => {
    expect(() => at(env)).toThrow(expect.objectContaining({ field }));
    expect(() => at(env)).not.toThrow(/hunter2/);
  });
});
