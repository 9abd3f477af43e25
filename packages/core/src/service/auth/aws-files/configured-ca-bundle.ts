import type { Environment } from '../../../config.js';
import { type CaBundle, caBundleOfEnvironment } from '../../network/network-settings.js';
import { profileSettings } from './profile-settings.js';
import { homeOf, inHome } from './read-aws-files.js';

/**
 * The certificates of authorities that AWS's variable or the profile in use names, in this order, as in
 * the AWS CLI and boto3.
 */
export function configuredCaBundle(
  profile: string | undefined,
  env: Environment,
): CaBundle | undefined {
  const given = caBundleOfEnvironment(env);
  if (given) return given;
  const { name, section } = profileSettings(profile, env);
  const path = inHome(section['ca_bundle'] ?? '', homeOf(env));
  return path ? { path, where: `ca_bundle of the profile ${name}` } : undefined;
}
