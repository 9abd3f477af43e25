import { ValidationError } from '../../errors/index.js';
import type {
  AssumeRoleOptions,
  AwsCredentialProvider,
  AwsCredentials,
  MfaCodeProvider,
} from './aws-credentials.js';
import { readExpiration } from './read-expiration.js';

/** As the service issues them. */
const API_KEY_LENGTH = 36;

/** The key is shown in no message, nor its length: a text that is nearly one is nearly a secret. */
export function checkApiKey(apiKey: unknown, field: string): string {
  // Headers take no blanks or control characters inside of a token.
  if (typeof apiKey === 'string' && apiKey.length === API_KEY_LENGTH && /^[!-~]+$/.test(apiKey)) {
    return apiKey;
  }
  throw new ValidationError('is not a Nova Act API key', {
    field,
    remedy: `A key has ${API_KEY_LENGTH} printable characters. Copy it whole, without quotes.`,
  });
}

export function checkRegion(region: unknown): string {
  if (typeof region === 'string' && /^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) return region;
  throw new ValidationError('is not the name of an AWS region', {
    field: 'region',
    value: region,
    remedy: 'Nova Act is in us-east-1.',
  });
}

export function checkProfile(profile: unknown, field = 'profile'): string {
  if (typeof profile === 'string' && profile.trim() !== '') return profile;
  throw new ValidationError('is not the name of a profile', {
    field,
    value: profile,
    remedy: 'Name one of your AWS configuration file, or leave it out.',
  });
}

export function checkCredentials(
  credentials: AwsCredentials | AwsCredentialProvider,
): AwsCredentials | AwsCredentialProvider {
  if (typeof credentials === 'function') return credentials;
  const { accessKeyId, secretAccessKey, sessionToken } = credentials ?? {};
  const usable =
    isText(accessKeyId) &&
    isText(secretAccessKey) &&
    (sessionToken === undefined || isText(sessionToken));
  readExpiration(credentials?.expiration);
  if (usable) return credentials;
  throw new ValidationError('are not AWS credentials', {
    field: 'credentials',
    remedy:
      'Pass { accessKeyId, secretAccessKey, sessionToken? }, or a function that resolves to it.',
  });
}

export function checkAssumeRole(role: AssumeRoleOptions): AssumeRoleOptions {
  const { roleArn, roleSessionName, durationSeconds } = role ?? {};
  demand(isText(roleArn) && /^arn:[\w-]+:iam::\d{12}:role\/.+$/.test(roleArn), {
    field: 'assumeRole.roleArn',
    value: roleArn,
    remedy: 'Pass an ARN such as arn:aws:iam::123456789012:role/name.',
  });
  demand(roleSessionName === undefined || /^[\w+=,.@-]{2,64}$/.test(roleSessionName), {
    field: 'assumeRole.roleSessionName',
    value: roleSessionName,
    remedy: 'Use 2–64 letters, digits or _+=,.@-.',
  });
  const inLimits =
    durationSeconds === undefined ||
    (Number.isInteger(durationSeconds) && durationSeconds >= 900 && durationSeconds <= 43_200);
  demand(inLimits, {
    field: 'assumeRole.durationSeconds',
    value: durationSeconds,
    remedy: 'Use a whole number of seconds from 900 to 43200.',
  });
  return role;
}

export function checkMfaCode(mfaCode: MfaCodeProvider): MfaCodeProvider {
  if (typeof mfaCode === 'function') return mfaCode;
  throw new ValidationError('is not a function', {
    field: 'mfaCode',
    remedy: 'Pass a function that resolves to the code: a code by itself is good for one minute.',
  });
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0;
}

function demand(holds: boolean, fault: { field: string; value: unknown; remedy: string }): void {
  if (!holds) throw new ValidationError('is not usable', fault);
}
