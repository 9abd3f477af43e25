import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../src/config.js';
import { createNovaActService } from '../../src/service/create-service.js';
import type { ServiceOptions } from '../../src/service/service-options.js';
import { fakeFetch, json, RUN_ID } from '../../src/service/testing/fake-service.js';
import { CREDENTIALS } from '../../src/service/testing/surfaces.js';
import { listening, startProxy } from '../support/proxy-world.js';
import { selfSigned } from '../support/self-signed.js';

afterEach(() => {
  vi.unstubAllEnvs();
});
const folder = mkdtempSync(join(tmpdir(), 'nova-act-network-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const bundle = join(folder, 'ca.pem');
writeFileSync(bundle, selfSigned.cert);

/** The service over TLS, with a certificate that only `bundle` vouches for. */
const secureService = () =>
  listening(
    createTlsServer(selfSigned, (request, response) => {
      request.resume();
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ workflowRunId: RUN_ID }));
    }),
  );

const service = (env: Record<string, string>, options: ServiceOptions = {}) =>
  createNovaActService({
    config: readConfig(env),
    credentials: CREDENTIALS,
    endpointUrl: 'https://nova.corp.test',
    retry: { maxAttempts: 1 },
    ...options,
  });
const ask = (one: ReturnType<typeof service>) =>
  one.createWorkflowRun({ workflowDefinitionName: 'flights', modelId: 'm' });
const failure = (one: ReturnType<typeof service>) =>
  ask(one).then(
    () => 'It was reached',
    (error: Error) => error.message,
  );

describe('a proxy of the environment', () => {
  it.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'])(
    'named by %s leads to the service',
    async (variable) => {
      const { url, asked } = await startProxy({ port: await secureService() });
      const message = await failure(service({ [variable]: url, AWS_CA_BUNDLE: bundle }));
      expect(asked).toEqual(['nova.corp.test:443']);
      expect(message).toMatch(
        /^CreateWorkflowRun: nova\.corp\.test could not be reached: its certificate is for another name/,
      );
    },
  );

  it('leads to STS as well', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL_STS', 'https://sts.corp.test');
    const { url, asked } = await startProxy({ status: 503 });
    const roleArn = 'arn:aws:iam::111122223333:role/X';
    const message = await failure(service({ HTTPS_PROXY: url }, { assumeRole: { roleArn } }));
    expect(asked).toEqual(['sts.corp.test:443']);
    expect(message).toContain(`The role ${roleArn} could not be reached: the proxy answered 503`);
  });

  it('is not used for the hosts of NO_PROXY', async () => {
    const { url, asked } = await startProxy({ status: 503 });
    const env = { HTTPS_PROXY: url, NO_PROXY: 'other.test, 192.0.2.1' };
    await failure(service(env, { endpointUrl: 'https://192.0.2.1', requestTimeoutMs: 200 }));
    expect(asked).toEqual([]);
  });

  it('is not used for this machine, not even looked at', async () => {
    const port = await secureService();
    const env = { HTTPS_PROXY: 'socks5://127.0.0.1:1', AWS_CA_BUNDLE: bundle };
    const local = service(env, { endpointUrl: `https://localhost:${port}` });
    expect(await ask(local)).toEqual({ workflowRunId: RUN_ID });
  });

  it('that is none is an error that names the variable and shows no password', async () => {
    const message = await failure(service({ HTTPS_PROXY: 'socks5://me:hunter2@proxy' }));
    expect(message).toMatch(/^HTTPS_PROXY: is not the address of a proxy/);
    expect(message).not.toContain('hunter2');
  });
});

describe('a proxy that fails', () => {
  it('is named when it cannot be reached', async () => {
    expect(await failure(service({ HTTPS_PROXY: '127.0.0.1:2' }))).toBe(
      'CreateWorkflowRun: nova.corp.test could not be reached: the proxy 127.0.0.1:2 could not be ' +
        'reached: the connection was refused (ECONNREFUSED)',
    );
  });

  it('is named when it wants a password', async () => {
    const { url } = await startProxy({ status: 407 });
    expect(await failure(service({ HTTPS_PROXY: url }))).toContain('the proxy answered 407');
  });
});

describe('the proxy option', () => {
  it('is for this machine too, and its tunnel stays open between requests', async () => {
    const port = await secureService();
    const { url, asked } = await startProxy({ port });
    const env = { AWS_CA_BUNDLE: bundle, NO_PROXY: '*', HTTPS_PROXY: 'http://127.0.0.1:2' };
    const options = { proxy: url, endpointUrl: `https://localhost:${port}` };
    const client = service(env, options);
    await ask(client);
    await ask(client);
    await ask(service(env, options));
    expect(asked).toEqual([`localhost:${port}`]);
  });

  it('that is false is no proxy', async () => {
    const { url, asked } = await startProxy({ status: 503 });
    const options = {
      proxy: false,
      endpointUrl: 'https://192.0.2.1',
      requestTimeoutMs: 200,
    } as const;
    await failure(service({ HTTPS_PROXY: url }, options));
    expect(asked).toEqual([]);
  });

  it('that is none is refused at once, its password unseen', () => {
    const proxy = 'ftp://me:hunter2@proxy';
    expect(() => service({}, { proxy })).toThrow(/^proxy: is not the address of a proxy/);
    expect(() => service({}, { proxy })).not.toThrow(/hunter2/);
  });
});

describe('certificates', () => {
  it('that nobody knows are told so, with what names their authority', async () => {
    const endpointUrl = `https://localhost:${await secureService()}`;
    expect(await failure(service({}, { endpointUrl }))).toMatch(
      /localhost:\d+ could not be reached: its certificate is signed by nobody.*AWS_CA_BUNDLE/,
    );
  });

  const profileWith = (bundlePath: string) => {
    const path = join(folder, `config-${Math.random()}`);
    writeFileSync(
      path,
      `[profile corp]\nca_bundle = ${bundlePath}\n[default]\nca_bundle = /nowhere\n`,
    );
    return { AWS_CONFIG_FILE: path, AWS_SHARED_CREDENTIALS_FILE: '/nowhere/credentials' };
  };

  it('that the profile in use names are trusted, by its option or AWS_PROFILE', async () => {
    const endpointUrl = `https://localhost:${await secureService()}`;
    const env = { ...profileWith(bundle), AWS_PROFILE: 'corp' };
    expect(await ask(service(env, { endpointUrl }))).toEqual({ workflowRunId: RUN_ID });
    expect(await ask(service(profileWith(bundle), { endpointUrl, profile: 'corp' }))).toEqual({
      workflowRunId: RUN_ID,
    });
  });

  it('of the profile come after AWS_CA_BUNDLE', async () => {
    const endpointUrl = `https://localhost:${await secureService()}`;
    const env = { ...profileWith('/nowhere'), AWS_PROFILE: 'corp', AWS_CA_BUNDLE: bundle };
    expect(await ask(service(env, { endpointUrl }))).toEqual({ workflowRunId: RUN_ID });
  });

  it('of the profile that cannot be read are an error that names it', async () => {
    const env = { ...profileWith('/nowhere/ca.pem'), AWS_PROFILE: 'corp' };
    expect(await failure(service(env))).toMatch(
      /^ca_bundle of the profile corp: cannot be read \(ENOENT\)/,
    );
  });

  it.each([
    ['that is not there', '/nowhere/ca.pem', /^AWS_CA_BUNDLE: cannot be read \(ENOENT\)/],
    ['that holds none', join(folder, 'empty.pem'), /^AWS_CA_BUNDLE: has no certificate/],
  ])('of a bundle %s are an error that names it', async (_what, path, said) => {
    writeFileSync(join(folder, 'empty.pem'), '');
    expect(await failure(service({ AWS_CA_BUNDLE: path }))).toMatch(said);
  });
});

describe('the fetch option', () => {
  it('sends the requests to the service', async () => {
    const { fetch, seen } = fakeFetch(json(201, { workflowRunId: 'mine' }));
    expect(await ask(service({}, { fetch }))).toEqual({ workflowRunId: 'mine' });
    expect(seen[0]?.url).toContain('https://nova.corp.test/');
  });

  it('that is no function is refused at once', () => {
    expect(() => service({}, { fetch: 'x' as never })).toThrow(/^fetch: is not a function/);
  });
});
