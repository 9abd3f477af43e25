import { ValidationError } from '../../errors/index.js';
import type { KnownOptions } from '../../options/known-options.js';
import { refuseUnknown } from '../../options/refuse-unknown.js';
import type { AgentCoreBrowserOptions } from './agent-core-options.js';
import {
  AGENT_CORE_OPTIONS,
  CERTIFICATE,
  EXTENSION,
  POLICY,
  PROFILE,
  PROXY,
} from './known-agent-core-options.js';

/** The shapes and limits are those of AWS's model of bedrock-agentcore, 2024-02-28. */
const PROFILE_ID = /^[a-zA-Z][a-zA-Z0-9_]{0,47}-[a-zA-Z0-9]{10}$/;
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const SECRET_ARN = /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[a-zA-Z0-9/_+=.@-]+$/;

/** All that AgentCore would refuse, before anything is started. @throws ValidationError */
export function checkAgentCoreOptions(options: AgentCoreBrowserOptions): void {
  refuseUnknown(options, AGENT_CORE_OPTIONS);
  const { identifier, name, sessionTimeoutSeconds: timeout, onSession, fetch } = options;
  demandText('identifier', identifier, 200, 'Give the id of a browser, such as aws.browser.v1.');
  demandText('name', name, 100, 'Give 1 to 100 characters.');
  demand(timeout === undefined || isWhole(timeout, 1, 28_800), {
    field: 'sessionTimeoutSeconds',
    value: timeout,
    remedy: 'Give a whole number of seconds from 1 to 28,800.',
  });
  for (const [field, given] of Object.entries({ onSession, fetch })) {
    demand(given === undefined || typeof given === 'function', {
      field,
      value: given,
      remedy: 'Pass a function.',
    });
  }
  checkProfile(options.profile);
  checkProxy(options.proxy);
  each('extensions', options.extensions, [1, 10], EXTENSION, checkS3);
  each('certificates', options.certificates, [1, 200], CERTIFICATE, (at, { location }) =>
    checkSecret(`${at}.location.secretsManager.secretArn`, location?.secretsManager?.secretArn),
  );
  each('enterprisePolicies', options.enterprisePolicies, [0, 100], POLICY, (at, policy) => {
    checkS3(at, policy);
    const { type } = policy;
    demand(type === undefined || ['MANAGED', 'RECOMMENDED'].includes(type), {
      field: `${at}.type`,
      value: type,
      remedy: 'Use MANAGED or RECOMMENDED.',
    });
  });
}

function checkProfile(profile: AgentCoreBrowserOptions['profile']): void {
  if (profile === undefined) return;
  if (typeof profile !== 'string') refuseUnknown(profile, PROFILE, 'profile');
  const [field, id] =
    typeof profile === 'string' ? ['profile', profile] : ['profile.identifier', profile.identifier];
  demand(typeof id === 'string' && PROFILE_ID.test(id), {
    field,
    value: id,
    remedy:
      'Give the id of a browser profile of AgentCore, such as shop-a1B2c3D4e5. A profile of the AWS configuration is awsProfile.',
  });
  const save = typeof profile === 'string' ? undefined : profile.save;
  demand(save === undefined || typeof save === 'boolean', {
    field: 'profile.save',
    value: save,
    remedy: 'Use true or false.',
  });
}

function checkProxy(proxy: AgentCoreBrowserOptions['proxy']): void {
  if (proxy === undefined) return;
  each('proxy.proxies', proxy.proxies, [1, 5], PROXY, (at, { externalProxy }) => {
    const { server, port, domainPatterns, credentials } = externalProxy ?? {};
    demand(isText(server, 253) && !/[^a-zA-Z0-9.-]/.test(server), {
      field: `${at}.externalProxy.server`,
      // Not shown: some write the password before the host.
      remedy: 'Give the name of a host; user name and password are in a secret.',
    });
    demand(isWhole(port, 1, 65_535), {
      field: `${at}.externalProxy.port`,
      value: port,
      remedy: 'Give a number from 1 to 65,535.',
    });
    checkDomains(`${at}.externalProxy.domainPatterns`, domainPatterns);
    if (credentials !== undefined) {
      const field = `${at}.externalProxy.credentials.basicAuth.secretArn`;
      checkSecret(field, credentials.basicAuth?.secretArn);
    }
  });
  demand(proxy.proxies !== undefined, { field: 'proxy.proxies', remedy: 'Give 1 to 5 proxies.' });
  checkDomains('proxy.bypass.domainPatterns', proxy.bypass?.domainPatterns);
}

function checkDomains(field: string, domains: readonly string[] | undefined): void {
  const isOne = (text: unknown) => isText(text, 253) && !/[^a-zA-Z0-9.-]/.test(text);
  const are = Array.isArray(domains) && domains.length > 0 && domains.every(isOne);
  demand(domains === undefined || (are && domains.length <= 100), {
    field,
    value: domains,
    remedy: 'Give 1 to 100 hosts: example.com, or .example.com for those below.',
  });
}

function checkS3(at: string, { location }: { location?: { s3?: Record<string, unknown> } }): void {
  const { bucket, prefix, versionId } = location?.s3 ?? {};
  demand(typeof bucket === 'string' && BUCKET.test(bucket), {
    field: `${at}.location.s3.bucket`,
    value: bucket,
    remedy: 'Give the name of a bucket.',
  });
  demand(isText(prefix, 1024), {
    field: `${at}.location.s3.prefix`,
    value: prefix,
    remedy: 'Give the key of the file, or the prefix of the folder.',
  });
  demandText(`${at}.location.s3.versionId`, versionId, 1024, 'Give a version, or leave it out.');
}

function checkSecret(field: string, arn: unknown): void {
  demand(typeof arn === 'string' && SECRET_ARN.test(arn), {
    field,
    value: arn,
    remedy: 'Give the ARN of a secret in AWS Secrets Manager.',
  });
}

/** The members of a list, each by its place: `extensions[0]`. */
function each<T>(
  field: string,
  list: readonly T[] | undefined,
  [least, most]: readonly [number, number],
  known: KnownOptions,
  // biome-ignore lint/suspicious/noExplicitAny: what a user of JavaScript gives has any shape
  check: (at: string, one: any) => void,
): void {
  if (list === undefined) return;
  demand(Array.isArray(list) && list.length >= least && list.length <= most, {
    field,
    value: Array.isArray(list) ? list.length : list,
    remedy: `Give a list of ${least} to ${most}.`,
  });
  for (const [index, one] of list.entries()) {
    const at = `${field}[${index}]`;
    refuseUnknown(one ?? null, known, at);
    check(at, one);
  }
}

function demandText(field: string, given: unknown, most: number, remedy: string): void {
  demand(given === undefined || isText(given, most), { field, value: given, remedy });
}

const isText = (given: unknown, most: number): given is string =>
  typeof given === 'string' && given.length >= 1 && given.length <= most;

const isWhole = (given: unknown, least: number, most: number): boolean =>
  typeof given === 'number' && Number.isInteger(given) && given >= least && given <= most;

function demand(holds: boolean, fault: { field: string; value?: unknown; remedy: string }): void {
  if (!holds) throw new ValidationError('is not usable', fault);
}
