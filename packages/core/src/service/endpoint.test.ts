import { describe, expect, it } from 'vitest';
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
