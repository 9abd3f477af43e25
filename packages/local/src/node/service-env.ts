import { apiKeyPrefix } from '../contract/match-operation.js';
import type { LocalService } from '../service/create-local-service.js';

/** Environment variables, by name. */
export type ServiceEnv = Readonly<Record<string, string>>;

/** What to set so that a client uses the service at `url`. */
export function serviceEnv(
  url: string,
  { apiKey, credentials, region }: Pick<LocalService, 'apiKey' | 'credentials' | 'region'>,
): { env: ServiceEnv; iamEnv: ServiceEnv; apiKeyEnv: ServiceEnv } {
  const shared = {
    AWS_ENDPOINT_URL_NOVA_ACT: url,
    NOVA_ACT_ENDPOINT_URL: `${url}${apiKeyPrefix}`,
    // The embedded model reads the page's HTML, not its picture.
    NOVA_ACT_CAPTURE_DOM: '1',
  };
  const aws = {
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...(credentials.sessionToken === undefined
      ? {}
      : { AWS_SESSION_TOKEN: credentials.sessionToken }),
    AWS_REGION: region,
  };
  const key = { NOVA_ACT_API_KEY: apiKey };
  return {
    env: { ...shared, ...aws, ...key },
    iamEnv: { ...shared, ...aws },
    apiKeyEnv: { ...shared, ...key },
  };
}
