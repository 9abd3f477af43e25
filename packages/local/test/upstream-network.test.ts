import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalService, type UpstreamOptions } from '@nova-act/local';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { listening, startProxy } from '../../core/test/support/proxy-world.js';
import { selfSigned } from '../../core/test/support/self-signed.js';
import { newRun, runs } from './open-service.js';
import { surfaces } from './transports.js';

const folder = mkdtempSync(join(tmpdir(), 'nova-act-way-out-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  vi.unstubAllEnvs();
});
const bundle = join(folder, 'ca.pem');
writeFileSync(bundle, selfSigned.cert);
const names = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'no_proxy', 'NO_PROXY'];

/** The real service over TLS, with a certificate that only `bundle` vouches for. */
const realService = () =>
  listening(
    createServer(selfSigned, (request, response) => {
      request.resume();
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ workflowRunId: '00000000-0000-4000-8000-000000000001' }));
    }),
  );

const upstream: UpstreamOptions = {
  surface: 'api-key',
  apiKey: 'the-real-key',
  endpointUrl: 'https://nova.corp.test',
};
/** What a client is answered by a service before that upstream. */
async function ask(env: Record<string, string>, options: Partial<UpstreamOptions> = {}) {
  for (const name of [...names, 'AWS_CA_BUNDLE', 'NODE_EXTRA_CA_CERTS'])
    vi.stubEnv(name, env[name]);
  const local = createLocalService({ upstream: { ...upstream, ...options } as UpstreamOptions });
  const send = surfaces['API key'].client({ ...local, origin: 'http://nova-act.test' });
  const { status, body } = await send('PUT', runs, newRun);
  return { status, said: String(body['message'] ?? '') };
}

describe('an upstream', () => {
  test.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'])(
    'is reached through the proxy that %s names',
    async (name) => {
      const { url, asked } = await startProxy({ port: await realService() });
      const { status, said } = await ask({ [name]: url, AWS_CA_BUNDLE: bundle });
      expect(asked).toEqual(['nova.corp.test:443']);
      // The certificate is one for this machine.
      expect([status, said]).toEqual([502, expect.stringMatching(/altnames|does not match/)]);
    },
  );

  test('of NO_PROXY is reached without it', async () => {
    const { url, asked } = await startProxy({ status: 503 });
    await ask({ HTTPS_PROXY: url, NO_PROXY: 'other.test, nova.corp.test' });
    expect(asked).toEqual([]);
  });

  test('on this machine is reached without it, with the certificates of AWS_CA_BUNDLE', async () => {
    const { url, asked } = await startProxy({ status: 503 });
    const endpointUrl = `https://localhost:${await realService()}`;
    const trusted = { HTTPS_PROXY: url, AWS_CA_BUNDLE: bundle };
    expect(await ask(trusted, { endpointUrl })).toMatchObject({ status: 201 });
    expect(await ask({ HTTPS_PROXY: url }, { endpointUrl })).toMatchObject({
      status: 502,
      said: expect.stringContaining('self-signed'),
    });
    expect(asked).toEqual([]);
  });

  test('behind a proxy that lets nothing through is told so', async () => {
    const { url } = await startProxy({ status: 407 });
    expect((await ask({ HTTPS_PROXY: url })).said).toContain('407');
  });

  test('with a fetch of its own is reached by that alone', async () => {
    const fetch = async () =>
      Response.json({ workflowRunId: '00000000-0000-4000-8000-000000000001' });
    expect(await ask({ HTTPS_PROXY: 'socks5://x' }, { fetch })).toMatchObject({ status: 201 });
  });

  test.each([
    [{ HTTPS_PROXY: 'socks5://me:hunter2@proxy' }, /^HTTPS_PROXY is not the address of a proxy/],
    [
      { AWS_CA_BUNDLE: join(folder, 'none.pem') },
      /^AWS_CA_BUNDLE names .*none\.pem, which can't be read/,
    ],
    [{ AWS_CA_BUNDLE: import.meta.filename }, /^AWS_CA_BUNDLE names .* no certificate in PEM form/],
  ])('is refused at the start with %j', async (env, message) => {
    await expect(ask(env)).rejects.toThrow(message);
    await expect(ask(env)).rejects.not.toThrow('hunter2');
  });
});
