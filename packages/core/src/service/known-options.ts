import { type KnownOptions, knownOptions, type NamesOf } from '../options/known-options.js';
import type { AssumeRoleOptions } from './auth/aws-credentials.js';
import type { ServiceOptions, ServiceSeams } from './service-options.js';
import type { RetryOptions } from './transport/retry-options.js';

/** How the service is reached; also of workflows and joiners. The type says what each is for. */
export const SERVICE_OPTION_NAMES: NamesOf<ServiceOptions> = {
  apiKey: true,
  region: true,
  profile: true,
  credentials: true,
  assumeRole: knownOptions<AssumeRoleOptions>(
    'assumeRole',
    { roleArn: true, roleSessionName: true, externalId: true, durationSeconds: true },
    { arn: 'Did you mean roleArn?', sessionName: 'Did you mean roleSessionName?' },
  ),
  mfaCode: true,
  endpointUrl: true,
  retry: knownOptions<RetryOptions>(
    'retry',
    { maxAttempts: true, minDelayMs: true, maxDelayMs: true },
    {
      max_attempts: 'Did you mean maxAttempts?',
      retries: 'Did you mean maxAttempts? It counts the first attempt as well.',
      maxRetries: 'Did you mean maxAttempts? It counts the first attempt as well.',
    },
  ),
  requestTimeoutMs: true,
  proxy: true,
  fetch: true,
  logger: true,
};

/** Not for users: known, so that tests and this library's own callers may pass them. */
export const SEAM_NAMES: NamesOf<ServiceSeams> = {
  use: 'unlisted',
  clock: 'unlisted',
  config: 'unlisted',
};

/** What the Python SDK, boto3 and other AWS clients have under these names. */
export const SERVICE_ELSEWHERE: Readonly<Record<string, string>> = {
  nova_act_api_key: 'Did you mean apiKey?',
  boto_session_kwargs: 'Did you mean region, profile or credentials?',
  boto_config: 'Did you mean retry or requestTimeoutMs?',
  region_name: 'Did you mean region?',
  profile_name: 'Did you mean profile?',
  aws_access_key_id: 'Did you mean credentials: { accessKeyId, secretAccessKey }?',
  aws_secret_access_key: 'Did you mean credentials: { accessKeyId, secretAccessKey }?',
  aws_session_token: 'Did you mean credentials: { accessKeyId, secretAccessKey, sessionToken }?',
  accessKeyId: 'Did you mean credentials: { accessKeyId, secretAccessKey }?',
  secretAccessKey: 'Did you mean credentials: { accessKeyId, secretAccessKey }?',
  sessionToken: 'Did you mean credentials: { accessKeyId, secretAccessKey, sessionToken }?',
  endpoint: 'Did you mean endpointUrl?',
  baseUrl: 'Did you mean endpointUrl?',
  maxRetries: 'Did you mean retry: { maxAttempts }?',
  timeout: 'Did you mean requestTimeoutMs? It is in milliseconds.',
  timeoutMs: 'Did you mean requestTimeoutMs, for each request; or timeoutMs of act()?',
};

export const SERVICE_OPTIONS: KnownOptions = knownOptions<ServiceOptions & ServiceSeams>(
  'NovaActService',
  { ...SERVICE_OPTION_NAMES, ...SEAM_NAMES },
  {
    ...SERVICE_ELSEWHERE,
    workflowDefinitionName: 'Give it to each operation; it is an option of a workflow.',
    modelId: 'Give it to createWorkflowRun; it is an option of a workflow.',
  },
);
