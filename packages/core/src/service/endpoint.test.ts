import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.js';
import { endpointOf } from './endpoint.js';

const IAM = { kind: 'iam' as const, region: 'us-east-1' };
const KEY = { kind: 'api-key' as const, apiKey: 'x' };

describe('endpointOf', () => {
  it('is the service of the region, or that of API keys', () => {
    const bare = readConfig({});
    expect(endpointOf(undefined, bare, IAM)).toBe('https://nova-act.us-east-1.amazonaws.com');
    expect(endpointOf(undefined, bare, KEY)).toBe('https://api.nova.amazon.com/agent');
  });

  it('takes the option before the environment, and of the environment only what is for the surface', () => {
    const config = readConfig({
      AWS_ENDPOINT_URL_NOVA_ACT: 'https://aws.example',
      NOVA_ACT_ENDPOINT_URL: 'https://key.example/agent/',
    });
    expect(endpointOf('http://127.0.0.1:1/x/', config, IAM)).toBe('http://127.0.0.1:1/x');
    expect(endpointOf(undefined, config, IAM)).toBe('https://aws.example');
    expect(endpointOf(undefined, config, KEY)).toBe('https://key.example/agent');
  });

  it.each(['http://localhost:1', 'http://127.0.0.1', 'http://[::1]:8080', 'http://a.localhost'])(
    'takes %s, which is this machine',
    (url) => {
      expect(endpointOf(url, readConfig({}), KEY)).toBe(url);
    },
  );

  it.each([
    'http://nova.example',
    'http://127.0.0.1.example',
    'ftp://127.0.0.1',
    'nova.example',
    'https://user:hunter2@nova.example',
    'https://nova.example/?sig=hunter2',
    'https://nova.example/#hunter2',
  ])('refuses %s by the name of what gave it', (url) => {
    const config = readConfig({ AWS_ENDPOINT_URL: url });
    expect(() => endpointOf(url, readConfig({}), IAM)).toThrow(/^endpointUrl/);
    expect(() => endpointOf(undefined, config, IAM)).toThrow(/^AWS_ENDPOINT_URL/);
    expect(() => endpointOf(url, readConfig({}), KEY)).not.toThrow(/hunter2/);
  });
});

describe('the endpoint of AWS’s files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nova-act-endpoint-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const AWS_CONFIG_FILE = join(folder, 'config');
  const AWS_SHARED_CREDENTIALS_FILE = join(folder, 'credentials');
  writeFileSync(
    AWS_CONFIG_FILE,
    [
      '[default]\nendpoint_url = https://all.example',
      '[profile own]\nservices = s\nendpoint_url = https://all.example',
      '[services s]\nnova_act =\n  endpoint_url = https://nova.example\ns3 =\n  endpoint_url = https://s3.example',
      '[profile deaf]\nignore_configured_endpoint_urls = true\nendpoint_url = https://all.example',
      '[profile plain]\nendpoint_url = http://plain.example',
    ].join('\n'),
  );
  const at = (profile: string | undefined, env: Record<string, string> = {}) =>
    endpointOf(
      undefined,
      readConfig({ AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE, ...env }),
      profile === undefined ? IAM : { ...IAM, profile },
    );

  it('is that of the profile in use, the service’s own before that of all', () => {
    expect(at(undefined)).toBe('https://all.example');
    expect(at('own')).toBe('https://nova.example');
    expect(at(undefined, { AWS_PROFILE: 'own' })).toBe('https://nova.example');
    expect(at('none')).toBe('https://nova-act.us-east-1.amazonaws.com');
  });

  it('comes after the environment, and an option comes before both', () => {
    const env = { AWS_ENDPOINT_URL: 'https://env.example' };
    expect(at('own', env)).toBe('https://env.example');
  });

  it('is of the environment the service’s own before that of all', () => {
    const env = {
      AWS_ENDPOINT_URL: 'https://all.env',
      AWS_ENDPOINT_URL_NOVA_ACT: 'https://own.env',
    };
    expect(at('own', env)).toBe('https://own.env');
    expect(at('own', { ...env, AWS_ENDPOINT_URL_NOVA_ACT: ' ' })).toBe('https://all.env');
  });

  it('is not used, nor that of the environment, with ignore_configured_endpoint_urls', () => {
    const env = { AWS_ENDPOINT_URL_NOVA_ACT: 'https://env.example' };
    expect(at('deaf', env)).toBe('https://nova-act.us-east-1.amazonaws.com');
    const heeds = { ...env, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false' };
    expect(at('deaf', heeds)).toBe('https://env.example');
  });

  it('is not used, nor that of the environment, with AWS_IGNORE_CONFIGURED_ENDPOINT_URLS', () => {
    const env = {
      AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true',
      AWS_ENDPOINT_URL_NOVA_ACT: 'https://env.example',
    };
    expect(at('own', env)).toBe('https://nova-act.us-east-1.amazonaws.com');
  });

  it('is checked as any other, by the name of what gave it', () => {
    expect(() => at('plain')).toThrow(/^endpoint_url of the profile plain: would send credentials/);
  });

  it('is not looked for with an API key', () => {
    const config = readConfig({ AWS_CONFIG_FILE });
    expect(endpointOf(undefined, config, KEY)).toBe('https://api.nova.amazon.com/agent');
  });
});
