/** AWS credentials as the AWS SDK has them. */
export interface AwsCredentials {
  /** The id of the access key. */
  accessKeyId: string;
  /** The secret of the access key; never shown. */
  secretAccessKey: string;
  /** With temporary credentials. */
  sessionToken?: string | undefined;
  /**
   * When they end: a Date, a text such as `2026-01-31T12:00:00Z`, or seconds or milliseconds since
   * 1970. A function that gave them is asked anew before that.
   */
  expiration?: Date | string | number | undefined;
}

/** Credentials that were found and checked. */
export interface FoundCredentials extends AwsCredentials {
  expiration?: Date | undefined;
}

/** Any credential provider of the AWS SDK fits. */
export type AwsCredentialProvider = () => Promise<AwsCredentials>;

/** Gives the code of a multi-factor device now. `serial` is the device's, as `mfa_serial` has it. */
export type MfaCodeProvider = (serial: string) => string | Promise<string>;

/** A role to take on, through STS, with the credentials found otherwise. */
export interface AssumeRoleOptions {
  /** `arn:aws:iam::123456789012:role/name`. */
  roleArn: string;
  /** 2–64 characters of `A-Za-z0-9_+=,.@-`. Default `nova-act`. */
  roleSessionName?: string | undefined;
  /** What the trust policy of the role asks for beside the caller; never shown. */
  externalId?: string | undefined;
  /** 900–43,200 s. Default 3,600. Renewed before it ends. */
  durationSeconds?: number | undefined;
}
