import { apiKeyPrefix } from '../contract/match-operation.js';
import type { LocalService } from '../service/local-service.js';

/** Environment variables, by name. */
export type ServiceEnv = Readonly<Record<string, string>>;

/**
 * What else can say who a program is, or where the service is: each beats, or is mixed with, the keys and the endpoint
 * that are set here. Empty counts as unset, for the AWS SDK too, and unlike a name that is missing it can be spread.
 */
const rivals = [
  'AWS_SESSION_TOKEN',
  'AWS_SECURITY_TOKEN',
  'AWS_CREDENTIAL_EXPIRATION',
  'AWS_ROLE_ARN',
  'AWS_ROLE_SESSION_NAME',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
  'NOVA_ACT_WORKFLOW_AUTH',
];
const profiles = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'];
const emptied = (names: readonly string[]): ServiceEnv =>
  Object.fromEntries(names.map((name) => [name, '']));

/** What a shell is to unset besides, whatever it had before, for programs that use AWS credentials. */
export const noProfile = emptied(profiles);

/** What to set so that a client uses the service at `url`, in the environment that a program has. */
export function serviceEnv(
  url: string,
  { apiKey, credentials, region }: Pick<LocalService, 'apiKey' | 'credentials' | 'region'>,
  from: NodeJS.ProcessEnv = process.env,
): { env: ServiceEnv; iamEnv: ServiceEnv; apiKeyEnv: ServiceEnv } {
  const shared = {
    AWS_ENDPOINT_URL_NOVA_ACT: url,
    NOVA_ACT_ENDPOINT_URL: `${url}${apiKeyPrefix}`,
    // The embedded model reads the page's HTML, not its picture.
    NOVA_ACT_CAPTURE_DOM: '1',
  };
  const aws = {
    ...emptied(rivals),
    // boto3, and with it the AWS CLI, looks for a profile without a name where it is empty: only if there is one.
    ...emptied(profiles.filter((name) => from[name])),
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...(credentials.sessionToken === undefined
      ? {}
      : { AWS_SESSION_TOKEN: credentials.sessionToken }),
    // Said, and not left out: a profile may say that the endpoint is to be ignored.
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false',
    // Other clients ask who they are before they begin; and nothing may leave this machine.
    AWS_ENDPOINT_URL_STS: url,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
  };
  const key = { NOVA_ACT_API_KEY: apiKey };
  return {
    env: { ...shared, ...aws, ...key },
    iamEnv: { ...shared, ...aws, NOVA_ACT_API_KEY: '' },
    apiKeyEnv: { ...shared, ...key },
  };
}
