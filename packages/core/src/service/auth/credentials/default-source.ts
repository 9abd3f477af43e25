import { AuthError } from '../../../errors/index.js';
import { profileOfEnvironment } from '../aws-files/profile-settings.js';
import { type AwsFiles, readAwsFiles } from '../aws-files/read-aws-files.js';
import { container, isInContainer } from './container.js';
import type { CredentialSource, SourceContext } from './credential-source.js';
import { instance, instanceIsOff } from './instance.js';
import { environmentHasKeys, environmentKeys } from './key-sources.js';
import { isSource, profileSource } from './profile-source.js';
import { webIdentity } from './web-identity.js';

/**
 * Which source is meant, decided by what is set and without trying one after the other: what is meant
 * and fails is an error, never another identity. A profile by name comes before keys in the
 * environment, as the AWS SDK for JavaScript has it; then the order is that of its default chain.
 */
export function defaultSource(
  profile: string | undefined,
  context: SourceContext,
): CredentialSource {
  const { env, logger } = context;
  const files = readAwsFiles(env);
  if (profile !== undefined) return profileSource(profile, 'the `profile` option', files, context);
  const named = profileOfEnvironment(env);
  if (named) {
    const { name, variable } = named;
    if (environmentHasKeys(context)) {
      logger.info(`${variable} and AWS_ACCESS_KEY_ID are both set; the profile is used`, {
        profile: name,
      });
    }
    return profileSource(name, variable, files, context);
  }
  if (environmentHasKeys(context)) return environmentKeys(context);
  if (isSource(files.profiles.get('default'))) {
    return profileSource('default', 'the default', files, context);
  }
  const { AWS_WEB_IDENTITY_TOKEN_FILE: tokenFile, AWS_ROLE_ARN: roleArn } = env;
  if (tokenFile && !roleArn) {
    throw new AuthError(
      'AWS_WEB_IDENTITY_TOKEN_FILE is set and AWS_ROLE_ARN, the role it is for, is not. Set both, or neither.',
    );
  }
  if (tokenFile && roleArn) {
    return webIdentity(
      {
        from: 'AWS_ROLE_ARN, AWS_WEB_IDENTITY_TOKEN_FILE',
        roleArn,
        tokenFile,
        sessionName: env['AWS_ROLE_SESSION_NAME'],
        region: context.region,
      },
      context,
    );
  }
  if (isInContainer(context)) return container(context);
  const placeOf = ({ path, fault }: AwsFiles['paths'][number]) =>
    `${path}${fault ? ` (${fault})` : ''}`;
  const places = files.paths.map(placeOf);
  const broken = files.paths.filter(({ fault }) => fault).map(placeOf);
  const looked = [
    'AWS_PROFILE',
    'AWS_ACCESS_KEY_ID',
    `the profile default in ${places.join(' and ')}`,
    'AWS_WEB_IDENTITY_TOKEN_FILE with AWS_ROLE_ARN',
    'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and _FULL_URI',
  ];
  if (instanceIsOff(context)) {
    const off = 'the instance metadata service, which AWS_EC2_METADATA_DISABLED turns off';
    throw none([...looked, off], broken);
  }
  return lastResort(instance(context), looked, broken);
}

/** Nothing says that this is an instance, so that its silence means that there is no source at all. */
function lastResort(
  source: CredentialSource,
  looked: readonly string[],
  broken: readonly string[],
): CredentialSource {
  return {
    ...source,
    async provide() {
      try {
        return await source.provide();
      } catch (cause) {
        if (!(cause instanceof AuthError)) throw cause;
        throw none([...looked, source.name], broken, cause);
      }
    },
  };
}

/** Where a file of AWS's is broken, that comes first: what it was to say is most likely what is missing. */
function none(looked: readonly string[], broken: readonly string[], cause?: AuthError): AuthError {
  const first =
    broken.length === 0 ? '' : `AWS's configuration is broken; mend ${broken.join(' and ')}. `;
  const last = cause ? ` ${cause.message}.` : '';
  return new AuthError(
    `${first}No AWS credentials were found. Looked at: ${looked.join('; ')}.${last} Give one of: ` +
      '`credentials`, `profile`, AWS_PROFILE, AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY, ' +
      'a container or instance role; or, for the API-key surface, `apiKey`.',
    cause === undefined ? {} : { cause },
  );
}
