import { type KnownOptions, knownOptions } from '../../options/known-options.js';
import type {
  AgentCoreBrowserOptions,
  AgentCoreCertificate,
  AgentCoreEnterprisePolicy,
  AgentCoreExtension,
  AgentCoreProfile,
  AgentCoreProxy,
  AgentCoreProxyConfiguration,
  AgentCoreS3Location,
} from './agent-core-options.js';

type Bypass = NonNullable<AgentCoreProxyConfiguration['bypass']>;
type External = AgentCoreProxy['externalProxy'];
type Location<T extends { location: unknown }> = T['location'];

const OF_SESSION = 'It is an option of each NovaAct that uses the browser.';

export const AGENT_CORE_OPTIONS: KnownOptions = knownOptions<AgentCoreBrowserOptions>(
  'agentCoreBrowser()',
  {
    region: true,
    identifier: true,
    name: true,
    sessionTimeoutSeconds: true,
    profile: true,
    proxy: knownOptions<AgentCoreProxyConfiguration>('proxy', {
      proxies: true,
      bypass: knownOptions<Bypass>('proxy.bypass', { domainPatterns: true }),
    }),
    extensions: true,
    enterprisePolicies: true,
    certificates: true,
    onSession: true,
    credentials: true,
    awsProfile: true,
    assumeRole: true,
    endpointUrl: true,
    fetch: true,
  },
  {
    browserIdentifier: 'Did you mean identifier?',
    browserId: 'Did you mean identifier?',
    sessionName: 'Did you mean name?',
    timeout: 'Did you mean sessionTimeoutSeconds?',
    profileConfiguration: 'Did you mean profile?',
    proxyConfiguration: 'Did you mean proxy?',
    credentialsProvider: 'Did you mean credentials?',
    viewPort: 'Leave it out: the browser has the size of the session, NovaAct’s screen.',
    screen: OF_SESSION,
    startingPage: OF_SESSION,
    userAgent: OF_SESSION,
  },
);

export const PROFILE: KnownOptions = knownOptions<AgentCoreProfile>(
  'profile',
  { identifier: true, save: true },
  { profileIdentifier: 'Did you mean identifier?' },
);

export const PROXY: KnownOptions = knownOptions<AgentCoreProxy>('a proxy', {
  externalProxy: knownOptions<External>('externalProxy', {
    server: true,
    port: true,
    domainPatterns: true,
    credentials: knownOptions<NonNullable<External['credentials']>>('credentials', {
      basicAuth: knownOptions<{ secretArn: string }>('basicAuth', { secretArn: true }),
    }),
  }),
});

const S3 = knownOptions<AgentCoreS3Location>('s3', { bucket: true, prefix: true, versionId: true });
const IN_S3 = knownOptions<Location<AgentCoreExtension>>('location', { s3: S3 });

export const EXTENSION: KnownOptions = knownOptions<AgentCoreExtension>('an extension', {
  location: IN_S3,
});

export const POLICY: KnownOptions = knownOptions<AgentCoreEnterprisePolicy>('a policy', {
  location: IN_S3,
  type: true,
});

export const CERTIFICATE: KnownOptions = knownOptions<AgentCoreCertificate>('a certificate', {
  location: knownOptions<Location<AgentCoreCertificate>>('location', {
    secretsManager: knownOptions<{ secretArn: string }>('secretsManager', { secretArn: true }),
  }),
});
