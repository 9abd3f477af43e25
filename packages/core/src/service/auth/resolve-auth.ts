import type { Config } from '../../config.js';
import { AuthError, ValidationError } from '../../errors/index.js';
import type {
  AssumeRoleOptions,
  AwsCredentialProvider,
  AwsCredentials,
  MfaCodeProvider,
} from './aws-credentials.js';
import {
  checkApiKey,
  checkAssumeRole,
  checkCredentials,
  checkMfaCode,
  checkProfile,
  checkRegion,
} from './check-auth.js';

/** How to authenticate: with an API key, or with IAM by any of the other four. Never both. */
export interface AuthOptions {
  /** A Nova Act API key, 36 characters. */
  apiKey?: string | undefined;
  /** AWS region of the service and of STS. Default us-east-1, whatever `AWS_REGION` says: the service is there. */
  region?: string | undefined;
  /**
   * A profile of the AWS configuration files, which is used or is an error, whatever else is set.
   * Default `AWS_PROFILE`, then keys of the environment, then the rest of the AWS SDK's chain.
   */
  profile?: string | undefined;
  /** AWS credentials, or a function that gives them. Default: see `profile`. */
  credentials?: AwsCredentials | AwsCredentialProvider | undefined;
  /** A role to take on with the credentials found. */
  assumeRole?: AssumeRoleOptions | undefined;
  /**
   * Asked for the six digits of a multi-factor device when a profile has `mfa_serial`, at each renewal.
   * It has five minutes. Without it such a profile is an `AuthError`.
   */
  mfaCode?: MfaCodeProvider | undefined;
}

/** The kind that was decided on: requests are signed with AWS credentials. */
export interface IamAuth {
  /** Tells it from `ApiKeyAuth`. */
  readonly kind: 'iam';
  /** The AWS region that is signed for, of the service and of STS. */
  readonly region: string;
  /** A profile of the AWS configuration files; absent, the default chain looks. */
  readonly profile?: string;
  /** Used in the place of what would be looked for. */
  readonly credentials?: AwsCredentials | AwsCredentialProvider;
  /** The role to take on with what was found. */
  readonly assumeRole?: AssumeRoleOptions;
  /** Asked for the six digits of a multi-factor device, where a profile needs them. */
  readonly mfaCode?: MfaCodeProvider;
}

/** The kind that was decided on: requests carry an API key. */
export interface ApiKeyAuth {
  /** Tells it from `IamAuth`. */
  readonly kind: 'api-key';
  /** The key, 36 characters: a secret. */
  readonly apiKey: string;
}

export const DEFAULT_REGION = 'us-east-1';

/** A workflow may be on either surface; a run of a session's own has the API-key surface only. */
export type AuthUse = 'workflow' | 'own-run';

/**
 * Decides which kind of authentication is meant, without a guess, and sends nothing.
 *
 * @throws AuthError when both kinds are given, when `NOVA_ACT_API_KEY` is set and a workflow names
 *   neither kind (traffic meant for AWS must not reach the other service by accident), and when a
 *   run of a session's own has no key. ValidationError for a value that cannot be used.
 */
export function resolveAuth(
  options: AuthOptions,
  config: Config,
  use: AuthUse,
): IamAuth | ApiKeyAuth {
  const { apiKey, region, profile, credentials, assumeRole, mfaCode } = options;
  const iam = Object.entries({ region, profile, credentials, assumeRole })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
  if (apiKey !== undefined) {
    if (iam.length > 0) {
      throw new AuthError(
        `Both an API key (apiKey) and IAM (${iam.join(', ')}) are given. Leave one of them out.`,
      );
    }
    return { kind: 'api-key', apiKey: checkApiKey(apiKey, 'apiKey') };
  }
  if (iam.length === 0) {
    const found = fromEnvironment(config, use);
    if (found) return found;
  }
  return {
    kind: 'iam',
    region: checkRegion(region ?? DEFAULT_REGION),
    ...(profile === undefined ? {} : { profile: checkProfile(profile) }),
    ...(credentials === undefined ? {} : { credentials: checkCredentials(credentials) }),
    ...(assumeRole === undefined ? {} : { assumeRole: checkAssumeRole(assumeRole) }),
    ...(mfaCode === undefined ? {} : { mfaCode: checkMfaCode(mfaCode) }),
  };
}

function fromEnvironment(config: Config, use: AuthUse): ApiKeyAuth | undefined {
  if (use === 'own-run') {
    if (config.apiKey !== undefined) {
      return { kind: 'api-key', apiKey: checkApiKey(config.apiKey, 'NOVA_ACT_API_KEY') };
    }
    throw new AuthError(
      'No run to act in and no API key. Give one of: an API key (`apiKey` or NOVA_ACT_API_KEY) for ' +
        'a run of its own; a workflow (withWorkflow(), Workflow.run(), or the `workflow` option), ' +
        'which takes IAM credentials (`region`, `profile`, `credentials`, `assumeRole`, or the AWS ' +
        'default provider chain) or an `apiKey`.',
    );
  }
  const { workflowAuth } = config;
  if (workflowAuth === 'iam') return undefined;
  if (workflowAuth === 'api-key') {
    return { kind: 'api-key', apiKey: checkApiKey(config.apiKey, 'NOVA_ACT_API_KEY') };
  }
  if (workflowAuth !== undefined) {
    throw new ValidationError('is not a kind of authentication', {
      field: 'NOVA_ACT_WORKFLOW_AUTH',
      value: workflowAuth,
      remedy: 'Set it to iam or api-key, or leave it unset.',
    });
  }
  if (config.apiKey === undefined) return undefined;
  throw new AuthError(
    'NOVA_ACT_API_KEY is set, and the workflow does not say whether to use it. Two ways to resolve ' +
      'this: pass `apiKey: process.env.NOVA_ACT_API_KEY` to use the key, or name IAM (`region`, ' +
      "`profile`, `credentials` or `assumeRole`, such as `region: 'us-east-1'`) to use AWS.",
  );
}
