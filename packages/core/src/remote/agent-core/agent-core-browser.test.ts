import { describe, expect, it, vi } from 'vitest';
import { agentCoreAddress } from './agent-core-address.js';
import { agentCoreBrowser } from './agent-core-browser.js';
import type { AgentCoreBrowserOptions } from './agent-core-options.js';
import { startRequest } from './start-request.js';

// biome-ignore lint/suspicious/noExplicitAny: the point is that no type stands in the way
type Untyped = any;

const S3 = { s3: { bucket: 'files', prefix: 'x.zip' } };
const SECRET = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:proxy-AbCdEf';
const proxied = (externalProxy: object) => ({ proxies: [{ externalProxy }] });

describe('what AgentCore would not take', () => {
  it.each<[Untyped, string, RegExp]>([
    [{ regoin: 'x' }, 'regoin', /Did you mean region/],
    [{ browserIdentifier: 'x' }, 'browserIdentifier', /identifier/],
    [{ viewPort: {} }, 'viewPort', /screen/],
    [{ region: 'nowhere!' }, 'region', /us-east-1/],
    [{ identifier: '' }, 'identifier', /aws\.browser\.v1/],
    [{ name: 'x'.repeat(101) }, 'name', /1 to 100/],
    [{ sessionTimeoutSeconds: 0 }, 'sessionTimeoutSeconds', /1 to 28,800/],
    [{ sessionTimeoutSeconds: 28_801 }, 'sessionTimeoutSeconds', /got 28801/],
    [{ profile: 'work' }, 'profile', /awsProfile/],
    [{ profile: { identifier: 'work' } }, 'profile.identifier', /awsProfile/],
    [{ profile: { identifier: 'a-0123456789', save: 1 } }, 'profile.save', /true or false/],
    [{ profile: { profileIdentifier: 'x' } }, 'profile.profileIdentifier', /identifier/],
    [{ proxy: {} }, 'proxy.proxies', /1 to 5/],
    [{ proxy: { proxies: [] } }, 'proxy.proxies', /1 to 5/],
    [
      { proxy: proxied({ server: 'u:secret@h', port: 1 }) },
      'proxy.proxies[0].externalProxy.server',
      /in a secret/,
    ],
    [{ proxy: proxied({ server: 'h', port: 0 }) }, 'proxy.proxies[0].externalProxy.port', /65,535/],
    [
      { proxy: proxied({ server: 'h', port: 1, password: 'secret' }) },
      'proxy.proxies[0].externalProxy.password',
      /not an option/,
    ],
    [
      {
        proxy: proxied({ server: 'h', port: 1, credentials: { basicAuth: { secretArn: 'x' } } }),
      },
      'proxy.proxies[0].externalProxy.credentials.basicAuth.secretArn',
      /ARN/,
    ],
    [
      { proxy: { ...proxied({ server: 'h', port: 1 }), bypass: { domainPatterns: ['*.x'] } } },
      'proxy.bypass.domainPatterns',
      /\.example\.com/,
    ],
    [{ extensions: [] }, 'extensions', /1 to 10/],
    [{ extensions: [null] }, 'extensions[0]', /not an object/],
    [
      { extensions: [{ location: { s3: { bucket: 'X' } } }] },
      'extensions[0].location.s3.bucket',
      /bucket/,
    ],
    [{ extensions: [{ location: S3 }, {}] }, 'extensions[1].location.s3.bucket', /bucket/],
    [
      { enterprisePolicies: [{ location: S3, type: 'x' }] },
      'enterprisePolicies[0].type',
      /MANAGED/,
    ],
    [
      { certificates: [{ location: { secretsManager: {} } }] },
      'certificates[0].location.secretsManager.secretArn',
      /ARN/,
    ],
    [{ onSession: 'x' }, 'onSession', /function/],
    [{ fetch: 'x' }, 'fetch', /function/],
    [{ awsProfile: '' }, 'awsProfile', /profile/],
    [{ credentials: {} }, 'credentials', /accessKeyId/],
    [{ endpointUrl: 'http://elsewhere.example' }, 'endpointUrl', /https/],
  ])('is refused before anything is sent: %j', (options, field, says) => {
    expect(() => agentCoreBrowser(options)).toThrow(
      expect.objectContaining({
        code: 'VALIDATION_FAILED',
        field,
        message: expect.stringMatching(says),
      }),
    );
    expect(() => agentCoreBrowser(options)).not.toThrow(/secret@|'secret'/);
  });

  it('is nothing of what it takes', () => {
    const all: AgentCoreBrowserOptions = {
      proxy: {
        proxies: [
          {
            externalProxy: {
              server: 'proxy.example',
              port: 8080,
              domainPatterns: ['.example.com'],
              credentials: { basicAuth: { secretArn: SECRET } },
            },
          },
        ],
      },
      enterprisePolicies: [],
      profile: 'shop_1-a1B2c3D4e5',
    };
    expect(agentCoreBrowser(all).name).toBe('AgentCore Browser');
    expect(agentCoreBrowser().name).toBe('AgentCore Browser');
  });
});

describe('where AgentCore is', () => {
  const NOTHING = { AWS_CONFIG_FILE: '/nonexistent', AWS_SHARED_CREDENTIALS_FILE: '/nonexistent' };
  it.each<[AgentCoreBrowserOptions, Record<string, string>, string]>([
    [{}, {}, 'https://bedrock-agentcore.us-east-1.amazonaws.com'],
    [{}, { AWS_REGION: 'eu-west-1' }, 'https://bedrock-agentcore.eu-west-1.amazonaws.com'],
    [{ region: 'cn-north-1' }, {}, 'https://bedrock-agentcore.cn-north-1.amazonaws.com.cn'],
    [
      { region: 'us-west-2' },
      { AWS_USE_FIPS_ENDPOINT: 'true', AWS_USE_DUALSTACK_ENDPOINT: 'true' },
      'https://bedrock-agentcore-fips.us-west-2.api.aws',
    ],
    [{}, { AWS_ENDPOINT_URL_BEDROCK_AGENTCORE: 'https://vpce.example/' }, 'https://vpce.example'],
    [
      { endpointUrl: 'http://127.0.0.1:1' },
      { AWS_ENDPOINT_URL: 'https://x' },
      'http://127.0.0.1:1',
    ],
  ])('is told by %j and %j', (options, env, url) => {
    expect(agentCoreAddress(options, { ...NOTHING, ...env }).endpointUrl).toBe(url);
  });
});

it('asks for no size that AgentCore does not have', () => {
  const viewPort = (width: number, height: number) =>
    (startRequest({}, { width, height }) as { viewPort?: object }).viewPort;
  expect(viewPort(1600, 813)).toEqual({ width: 1600, height: 813 });
  expect(viewPort(4000, 813)).toBeUndefined();
  expect(viewPort(1600, 200)).toBeUndefined();
});

it('sends nothing before a session starts', () => {
  const fetch = vi.fn();
  agentCoreBrowser({ fetch });
  expect(fetch).not.toHaveBeenCalled();
});
