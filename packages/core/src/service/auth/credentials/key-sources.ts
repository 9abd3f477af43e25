import { AuthError } from '../../../errors/index.js';
import type { AwsCredentialProvider, FoundCredentials } from '../aws-credentials.js';
import type { Section } from '../aws-files/parse-ini.js';
import { askSource } from './ask-source.js';
import {
  ASKED_MS,
  type CredentialSource,
  FILE_MS,
  type SourceContext,
} from './credential-source.js';
import { checkFound } from './found-credentials.js';

/** A function of the user's may ask a vault, or a person. */
const FUNCTION_TIMEOUT_MS = 60_000;

/** A user's function; its failures are its own, and it is asked once. */
export function userFunction(
  credentials: AwsCredentialProvider,
  context: SourceContext,
): CredentialSource {
  const name = 'the `credentials` function';
  return {
    name,
    undatedMs: ASKED_MS,
    provide: () =>
      askSource(
        {
          name,
          timeoutMs: FUNCTION_TIMEOUT_MS,
          attempts: 1,
          goesOn: true,
          ask: async () => checkFound(await credentials(), 'The `credentials` function'),
        },
        context,
      ),
  };
}

export const hasKeys = (section: Section): boolean =>
  Boolean(section['aws_access_key_id'] || section['aws_secret_access_key']);

/** The keys that stand in a profile. */
export function profileKeys(profile: string, section: Section): CredentialSource {
  const name = `the keys of the profile ${profile}`;
  return {
    name,
    undatedMs: FILE_MS,
    async provide() {
      return pair(
        section['aws_access_key_id'],
        section['aws_secret_access_key'],
        section['aws_session_token'] || section['aws_security_token'],
        (which) => `The profile ${profile} has ${which[0]} and no ${which[1]}`,
        ['aws_access_key_id', 'aws_secret_access_key'],
      );
    },
  };
}

export const environmentHasKeys = ({ env }: SourceContext): boolean =>
  Boolean(env['AWS_ACCESS_KEY_ID'] || env['AWS_SECRET_ACCESS_KEY']);

/** `AWS_ACCESS_KEY_ID` and its companions; the token's older name is read as the AWS CLI and boto3 do. */
export function environmentKeys({ env }: SourceContext): CredentialSource {
  return {
    name: 'the environment (AWS_ACCESS_KEY_ID)',
    undatedMs: FILE_MS,
    async provide() {
      return pair(
        env['AWS_ACCESS_KEY_ID'],
        env['AWS_SECRET_ACCESS_KEY'],
        env['AWS_SESSION_TOKEN'] || env['AWS_SECURITY_TOKEN'],
        (which) => `${which[0]} is set and ${which[1]} is not`,
        ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
      );
    },
  };
}

function pair(
  accessKeyId: string | undefined,
  secretAccessKey: string | undefined,
  sessionToken: string | undefined,
  half: (which: readonly [string, string]) => string,
  [id, secret]: readonly [string, string],
): FoundCredentials {
  if (!accessKeyId) throw new AuthError(`${half([secret, id])}. Give both, or neither.`);
  if (!secretAccessKey) throw new AuthError(`${half([id, secret])}. Give both, or neither.`);
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
}
