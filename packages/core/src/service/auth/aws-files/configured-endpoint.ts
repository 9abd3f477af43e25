import type { Environment } from '../../../config.js';
import { isOn, profileSettings } from './profile-settings.js';

export interface ConfiguredEndpoint {
  readonly url: string;
  /** What says so, for errors: `AWS_ENDPOINT_URL_S3`, `endpoint_url of the profile work`. */
  readonly where: string;
}

/**
 * The endpoint of `service` that is configured outside of the program, in the order of AWS's tools:
 * `AWS_ENDPOINT_URL_<SERVICE>`, `AWS_ENDPOINT_URL`, and of the profile in use its `services` section,
 * then its `endpoint_url`. With `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS`, or `ignore_configured_endpoint_urls`
 * in the profile, there is none.
 *
 * @param service as AWS's files call it: `nova_act`, `s3`.
 */
export function configuredEndpoint(
  service: string,
  profile: string | undefined,
  env: Environment,
): ConfiguredEndpoint | undefined {
  const settings = profileSettings(profile, env);
  const { name, section, files } = settings;
  const [variable, key] = IGNORE;
  if (isOn(variable, key, env, settings)) return undefined;
  for (const one of [`AWS_ENDPOINT_URL_${service.toUpperCase()}`, 'AWS_ENDPOINT_URL']) {
    const url = env[one]?.trim();
    if (url) return { url, where: one };
  }
  const { services: kind, endpoint_url: common } = section;
  const own = kind === undefined ? '' : files.services.get(kind)?.[`${service}.endpoint_url`];
  if (own) return { url: own, where: `${service} endpoint_url of the services section ${kind}` };
  return common ? { url: common, where: `endpoint_url of the profile ${name}` } : undefined;
}

const IGNORE = ['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS', 'ignore_configured_endpoint_urls'] as const;
