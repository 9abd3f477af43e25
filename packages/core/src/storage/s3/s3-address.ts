import type { Environment } from '../../config.js';
import { ValidationError } from '../../errors/index.js';
import { redactUrl } from '../../errors/redact-url.js';
import { parseUrl } from '../../parse-url.js';
import { configuredEndpoint } from '../../service/auth/aws-files/configured-endpoint.js';
import { configuredRegion } from '../../service/auth/aws-files/configured-region.js';
import {
  isOn,
  type ProfileSettings,
  profileSettings,
} from '../../service/auth/aws-files/profile-settings.js';

export interface S3Place {
  readonly bucket: string;
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
  readonly endpointUrl?: string | undefined;
}

const AWS_HOST = /\.amazonaws\.com(\.cn)?$/;

/**
 * Where a bucket is, by the options, else by the environment and AWS's files, as AWS's tools read them:
 * the region, an endpoint of S3, `AWS_USE_FIPS_ENDPOINT` and `AWS_USE_DUALSTACK_ENDPOINT`. The bucket is in
 * the host's name with AWS, and in the path with any other service, and where it has dots, which no
 * certificate fits.
 *
 * @throws ValidationError that names what gave a value that cannot be used.
 */
export function s3Address(place: S3Place, env: Environment): { url: string; region: string } {
  const { bucket, profile } = place;
  const settings = profileSettings(profile, env);
  const remedy = 'Give the one that the bucket is in, such as eu-west-1.';
  const region = configuredRegion(place.region, settings, env, remedy);
  const base = new URL(endpointOf(place, region, settings, env));
  const hosted = AWS_HOST.test(base.hostname) && !bucket.includes('.');
  const prefix = base.pathname.replace(/(?<!\/)\/+$/, '');
  const host = hosted ? `${bucket}.${base.host}` : base.host;
  return {
    url: `${base.protocol}//${host}${prefix}${hosted ? '' : `/${bucket}`}`,
    region,
  };
}

function endpointOf(
  { profile, endpointUrl }: S3Place,
  region: string,
  settings: ProfileSettings,
  env: Environment,
): string {
  const fips = isOn('AWS_USE_FIPS_ENDPOINT', 'use_fips_endpoint', env, settings);
  const dual = isOn('AWS_USE_DUALSTACK_ENDPOINT', 'use_dualstack_endpoint', env, settings);
  const found =
    endpointUrl === undefined
      ? configuredEndpoint('s3', profile, env)
      : { url: endpointUrl, where: 'endpointUrl' };
  if (!found) {
    const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
    return `https://s3${fips ? '-fips' : ''}${dual ? '.dualstack' : ''}.${region}.${suffix}`;
  }
  const { url, where } = found;
  if (!/^https?:\/\/[^/?#@]+(\/[^?#]*)?$/.test(url) || !parseUrl(url)) {
    throw new ValidationError('is not the address of a service', {
      field: where,
      value: redactUrl(url),
      remedy: 'Give https://host.',
    });
  }
  if (fips && !AWS_HOST.test(new URL(url).hostname)) {
    throw new ValidationError('is asked for, and the endpoint of S3 is not one of AWS', {
      field: 'AWS_USE_FIPS_ENDPOINT',
      remedy: `Leave it out, or the endpoint (${where}).`,
    });
  }
  return url;
}
