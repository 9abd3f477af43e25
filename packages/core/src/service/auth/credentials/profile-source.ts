import { AuthError } from '../../../errors/index.js';
import type { Section } from '../aws-files/parse-ini.js';
import type { AwsFiles } from '../aws-files/read-aws-files.js';
import { assumedRole } from './assumed-role.js';
import { consoleLogin } from './console-login.js';
import { container, isInContainer } from './container.js';
import { credentialProcess } from './credential-process.js';
import type { CredentialSource, SourceContext } from './credential-source.js';
import { instance, instanceIsOff } from './instance.js';
import { environmentHasKeys, environmentKeys, hasKeys, profileKeys } from './key-sources.js';
import { mfaCode } from './mfa-code.js';
import { isSso, sso } from './sso.js';
import { webIdentity } from './web-identity.js';

/** What a profile must have one of, to be a source. */
const SOURCE_KEYS = [
  'aws_access_key_id',
  'aws_secret_access_key',
  'role_arn',
  'credential_process',
  'sso_session',
  'sso_start_url',
  'sso_account_id',
  'login_session',
];

export const isSource = (section: Section | undefined): boolean =>
  SOURCE_KEYS.some((key) => section?.[key]);

/**
 * What a profile says where its credentials come from, in the order of the AWS SDK: a role, keys, a
 * token of a web identity, a process, SSO, a login. Each is a source of its own, so that what fails is
 * called by its name.
 *
 * @param askedBy who named it, for errors: `the profile option`, `AWS_PROFILE`.
 * @throws AuthError that names the profile and says what is wrong with it.
 */
export function profileSource(
  profile: string,
  askedBy: string,
  files: AwsFiles,
  context: SourceContext,
  visited: readonly string[] = [],
): CredentialSource {
  const section = files.profiles.get(profile);
  if (!section) throw missing(profile, askedBy, files);
  // A role's source that has keys is at its end, even when it names a role too.
  if (visited.length > 0 && hasKeys(section)) return profileKeys(profile, section);
  if (section['role_arn'] && !section['web_identity_token_file']) {
    return roleOf(profile, section, files, context, visited);
  }
  if (hasKeys(section)) return profileKeys(profile, section);
  if (section['role_arn'] && section['web_identity_token_file']) {
    return webIdentity(
      {
        from: `the profile ${profile}`,
        roleArn: section['role_arn'],
        tokenFile: section['web_identity_token_file'],
        sessionName: section['role_session_name'],
        region: section['region'] ?? context.region,
        profile,
      },
      context,
    );
  }
  if (section['credential_process']) {
    return credentialProcess(profile, section['credential_process'], context);
  }
  if (isSso(section)) return sso(profile, files, context);
  if (section['login_session']) return consoleLogin(profile, context);
  const has = Object.keys(section).join(', ') || 'nothing';
  throw new AuthError(
    `The profile ${profile} (${askedBy}) does not say where credentials come from: it has ${has}. ` +
      'Add keys, role_arn, sso_session or credential_process, or name another profile.',
  );
}

function roleOf(
  profile: string,
  section: Section,
  files: AwsFiles,
  context: SourceContext,
  visited: readonly string[],
): CredentialSource {
  const { role_arn: roleArn = '', mfa_serial: serial, duration_seconds: duration } = section;
  const path = [...visited, profile];
  return assumedRole(
    {
      name: `the role ${roleArn} of the profile ${profile}`,
      roleArn,
      region: section['region'] ?? context.region,
      profile,
      roleSessionName: section['role_session_name'],
      externalId: section['external_id'],
      durationSeconds: durationOf(profile, duration),
      ...(serial ? { mfa: { serial, code: () => mfaCode(profile, serial, context) } } : {}),
    },
    sourceOfRole(profile, section, files, context, path),
    context,
  );
}

function durationOf(profile: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const seconds = /^\d+$/.test(given) ? Number(given) : 0;
  if (seconds >= 900 && seconds <= 43_200) return seconds;
  throw new AuthError(
    `The profile ${profile} has the duration_seconds ${given}. Use a whole number from 900 to 43200.`,
  );
}

function sourceOfRole(
  profile: string,
  section: Section,
  files: AwsFiles,
  context: SourceContext,
  path: readonly string[],
): CredentialSource {
  const { source_profile: source, credential_source: kind } = section;
  if (source && kind) {
    throw new AuthError(
      `The profile ${profile} has both source_profile and credential_source. Leave one of them out.`,
    );
  }
  if (kind) return sourceOfKind(kind, profile, context);
  if (!source) {
    throw new AuthError(
      `The profile ${profile} has a role_arn and no source_profile or credential_source to assume it with.`,
    );
  }
  if (source === profile && hasKeys(section)) return profileKeys(profile, section);
  if (path.includes(source)) {
    throw new AuthError(
      `The profile ${profile} goes round in a circle by source_profile: ${[...path, source].join(' → ')}.`,
    );
  }
  return profileSource(source, `the source_profile of ${profile}`, files, context, path);
}

function sourceOfKind(kind: string, profile: string, context: SourceContext): CredentialSource {
  const absent = (what: string) =>
    new AuthError(`The profile ${profile} has the credential_source ${kind}, and ${what}.`);
  if (kind === 'Environment') {
    if (environmentHasKeys(context)) return environmentKeys(context);
    throw absent('AWS_ACCESS_KEY_ID is not set');
  }
  if (kind === 'EcsContainer') {
    if (isInContainer(context)) return container(context);
    throw absent('neither AWS_CONTAINER_CREDENTIALS_RELATIVE_URI nor _FULL_URI is set');
  }
  if (kind === 'Ec2InstanceMetadata') {
    if (!instanceIsOff(context)) return instance(context);
    throw absent('AWS_EC2_METADATA_DISABLED turns that off');
  }
  throw new AuthError(
    `The profile ${profile} has the credential_source ${kind}. There are Environment, EcsContainer and Ec2InstanceMetadata.`,
  );
}

const MAX_LISTED = 20;

function missing(profile: string, askedBy: string, { profiles, paths }: AwsFiles): AuthError {
  const names = [...profiles.keys()];
  const more = names.length > MAX_LISTED ? ` and ${names.length - MAX_LISTED} more` : '';
  const listed = names.length === 0 ? 'none' : `${names.slice(0, MAX_LISTED).join(', ')}${more}`;
  const places = paths
    .map(({ path, fault }) => (fault ? `${path} (${fault})` : path))
    .join(' and ');
  return new AuthError(
    `There is no profile ${profile} (${askedBy}) in ${places}. Those that exist: ${listed}.`,
  );
}
