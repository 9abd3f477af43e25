/** AWS credentials as the AWS SDK has them. */
export interface AwsCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  /** With temporary credentials. */
  sessionToken?: string | undefined;
  /** When they end. Asked for anew before that, where a function gave them. */
  expiration?: Date | undefined;
}

/** Any credential provider of the AWS SDK fits. */
export type AwsCredentialProvider = () => Promise<AwsCredentials>;

/** A role to take on, through STS, with the credentials found otherwise. */
export interface AssumeRoleOptions {
  /** `arn:aws:iam::123456789012:role/name`. */
  roleArn: string;
  /** 2–64 characters of `A-Za-z0-9_+=,.@-`. Default `nova-act`. */
  roleSessionName?: string | undefined;
  externalId?: string | undefined;
  /** 900–43,200 s. Default 3,600. Renewed before it ends. */
  durationSeconds?: number | undefined;
}
