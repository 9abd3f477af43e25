import type { Config } from '../config.js';
import { ValidationError } from '../errors/index.js';
import { parseUrl } from '../parse-url.js';
import { configuredEndpoint } from './auth/aws-files/configured-endpoint.js';
import type { ApiKeyAuth, IamAuth } from './auth/resolve-auth.js';
import { isLoopback } from './network/is-loopback.js';

/** The service as AWS's files and variables call it. */
const SERVICE = 'nova_act';
const API_KEY_URL = 'https://api.nova.amazon.com/agent';

/**
 * Where the service is: the option, then the environment and on AWS the profile's settings, then the
 * default of the surface. Without a slash at its end.
 * @throws ValidationError
 */
export function endpointOf(
  given: string | undefined,
  config: Config,
  auth: IamAuth | ApiKeyAuth,
): string {
  if (given !== undefined) return checkEndpoint(given, 'endpointUrl');
  if (auth.kind === 'api-key') {
    const { apiKeyEndpointUrl: url } = config;
    return url === undefined ? API_KEY_URL : checkEndpoint(url, 'NOVA_ACT_ENDPOINT_URL');
  }
  const found = configuredEndpoint(SERVICE, auth.profile, config.environment ?? {});
  if (found) return checkEndpoint(found.url, found.where);
  const suffix = auth.region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return `https://nova-act.${auth.region}.${suffix}`;
}

/** Plain http would show keys, tokens and screenshots on the way: it is for this machine only. */
export function checkEndpoint(given: string, field: string): string {
  const url = parseUrl(given);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new ValidationError('is not a URL of http or https', {
      field,
      remedy: 'Use one such as https://example.com/base.',
    });
  }
  if (url.username || url.password || url.search || url.hash) {
    // Not shown: these are the parts that may be secret.
    throw new ValidationError('has a user, a password, a query or a fragment', {
      field,
      remedy: 'Leave these parts out; credentials have options of their own.',
    });
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new ValidationError('would send credentials over plain http to another machine', {
      field,
      value: url.href,
      remedy: 'Use https; http is for 127.0.0.1, ::1 and localhost.',
    });
  }
  return url.href.replace(/(?<!\/)\/+$/, '');
}
