import { inspect } from 'node:util';
import {
  createLocalService,
  type LocalServiceOptions,
  startLocalService,
  useLocalService,
} from '@nova-act/local';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { noProfile } from '../src/node/service-env.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('options of a local service', () => {
  test.each<[object, RegExp]>([
    [{ region: 'US East' }, /region must match .* is "US East"/],
    [{ accountId: '12' }, /accountId must match/],
    [{ workflowDefinitions: ['a b'] }, /workflowDefinitions\.0 must match .* is "a b"/],
    [{ workflowDefinitions: 'one' }, /workflowDefinitions must be a list/],
    [{ actTimeoutMs: -1 }, /actTimeoutMs must be at least 0, is -1/],
    [{ runTimeoutMs: 1.5 }, /runTimeoutMs must be a 32-bit integer/],
    [{ maxRequests: 0 }, /maxRequests must be at least 1/],
    [{ model: {} }, /model must have a function step, such as rulesModel\(\) has/],
    [{ faults: [{ kind: 'explode' }] }, /kind must be one of/],
    [{ credentials: [] }, /credentials must not be an empty list/],
    [{ region: 'A', accountId: 'B' }, /region .*; accountId /],
  ])('%j are refused, each by name', (options, message) => {
    const make = () => createLocalService(options as LocalServiceOptions);
    expect(make).toThrow(TypeError);
    expect(make).toThrow(message);
  });

  test('that are secrets are not repeated when they are wrong', () => {
    const secret = 'the secret\nkey';
    for (const options of [
      { apiKey: secret },
      { credentials: { accessKeyId: secret, secretAccessKey: secret } },
    ]) {
      const make = () => createLocalService(options);
      expect(make).toThrow(/apiKey|credentials/);
      expect(make).not.toThrow(/the secret/);
    }
  });

  test('take several credentials, the first of which is the service’s own', () => {
    const pair = (accessKeyId: string) => ({ accessKeyId, secretAccessKey: 'secret' });
    const service = createLocalService({ credentials: [pair('AKIAONE'), pair('AKIATWO')] });
    expect(service.credentials.accessKeyId).toBe('AKIAONE');
  });
});

test('a service that is printed, or made JSON, shows no key', async () => {
  await using running = await startLocalService();
  for (const service of [createLocalService(), running])
    for (const shown of [inspect(service, { depth: 9 }), JSON.stringify({ service })]) {
      expect(shown).toContain('rules');
      expect(shown).not.toContain(service.apiKey);
      expect(shown).not.toContain(service.credentials.secretAccessKey);
    }
});

test('each service has keys of its own, shaped like real ones', () => {
  const [one, two] = [createLocalService(), createLocalService()];
  expect(one.apiKey).toHaveLength(36);
  expect(one.credentials.accessKeyId).toMatch(/^AKIA[A-Z0-9]{16}$/);
  expect(one.apiKey).not.toBe(two.apiKey);
});

test('the environment of a service holds both kinds of credentials, or one', async () => {
  const credentials = { accessKeyId: 'ASIATEST', secretAccessKey: 's', sessionToken: 't' };
  await using service = await startLocalService({ apiKey: 'key', credentials });
  const shared = {
    AWS_ENDPOINT_URL_NOVA_ACT: service.url,
    NOVA_ACT_ENDPOINT_URL: `${service.url}/agent`,
    NOVA_ACT_CAPTURE_DOM: '1',
  };
  const aws = {
    AWS_ACCESS_KEY_ID: 'ASIATEST',
    AWS_SECRET_ACCESS_KEY: 's',
    AWS_SESSION_TOKEN: 't',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    // A profile may say that endpoints are to be ignored.
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false',
    AWS_ENDPOINT_URL_STS: service.url,
  };
  const said = (env: Record<string, string>) =>
    Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  expect(said(service.iamEnv)).toEqual({ ...shared, ...aws });
  expect(service.apiKeyEnv).toEqual({ ...shared, NOVA_ACT_API_KEY: 'key' });
  expect(said(service.env)).toEqual({ ...shared, ...aws, NOVA_ACT_API_KEY: 'key' });
});

test('the environment for AWS credentials empties what would lead a program elsewhere', async () => {
  const rivals = [
    'AWS_PROFILE',
    'AWS_SESSION_TOKEN',
    'AWS_ROLE_ARN',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
    'NOVA_ACT_API_KEY',
  ];
  for (const name of rivals) vi.stubEnv(name, 'elsewhere');
  await using service = await startLocalService();
  for (const name of rivals) expect(service.iamEnv[name], name).toBe('');
});

test('the environment has no empty profile where there is none: boto3 takes that for a name', async () => {
  for (const name of Object.keys(noProfile)) vi.stubEnv(name, undefined);
  await using service = await startLocalService();
  expect(Object.keys(service.iamEnv)).not.toContain('AWS_PROFILE');
  expect(Object.keys(service.env)).not.toContain('AWS_DEFAULT_PROFILE');
});

test('a service that is used for a while is stopped after it, however that ends', async () => {
  let url = '';
  const reached = (service: { url: string }) => {
    url = service.url;
    return fetch(`${url}/health`).then(({ status }) => status);
  };
  expect(await useLocalService({}, reached)).toBe(200);
  await expect(fetch(`${url}/health`)).rejects.toThrow();
  const mine = new Error('mine');
  const failing = useLocalService({}, (service) => {
    url = service.url;
    throw mine;
  });
  await expect(failing).rejects.toBe(mine);
  await expect(fetch(`${url}/health`)).rejects.toThrow();
});
