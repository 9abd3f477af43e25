import type { Environment } from '../../../config.js';
import { ValidationError } from '../../../errors/index.js';
import type { ProfileSettings } from './profile-settings.js';

const DEFAULT_REGION = 'us-east-1';

/**
 * The region that is given, else what AWS's tools would use: `AWS_REGION`, `AWS_DEFAULT_REGION`, that of the
 * profile in use, `us-east-1`.
 * @throws ValidationError that names what gave a value that cannot be one
 */
export function configuredRegion(
  given: string | undefined,
  { name, section }: ProfileSettings,
  env: Environment,
  remedy: string,
): string {
  const [field, region] = (
    [
      ['region', given],
      ['AWS_REGION', env['AWS_REGION']?.trim()],
      ['AWS_DEFAULT_REGION', env['AWS_DEFAULT_REGION']?.trim()],
      [`region of the profile ${name}`, section['region']],
    ] as const
  ).find(([, value]) => value) ?? ['region', DEFAULT_REGION];
  // It becomes part of the host's name, to which signatures are sent.
  if (typeof region === 'string' && /^[a-z\d]+(-[a-z\d]+)*$/.test(region)) return region;
  throw new ValidationError('is not the name of a region', { field, value: region, remedy });
}
