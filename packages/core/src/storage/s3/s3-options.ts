import { ValidationError } from '../../errors/index.js';
import type { AwsCredentialProvider, AwsCredentials } from '../../service/auth/aws-credentials.js';

/** How a bucket is reached, and what is asked of it for each object. */
export interface S3Options {
  /** The name of the bucket. */
  bucket: string;
  /** The bucket's. Default `AWS_REGION`, `AWS_DEFAULT_REGION`, then the profile's, then `us-east-1`. */
  region?: string | undefined;
  /** A profile of the AWS configuration. */
  profile?: string | undefined;
  /** Default: the AWS SDK's provider chain, asked when first needed. */
  credentials?: AwsCredentials | AwsCredentialProvider | undefined;
  /**
   * For services that speak S3: `https://host`, used with the bucket in the path. Default
   * `AWS_ENDPOINT_URL_S3`, then `AWS_ENDPOINT_URL`, then what the profile names, then AWS in `region`.
   */
  endpointUrl?: string | undefined;
  /** Encryption at rest; those of KMS take `kmsKeyId`. Default: the bucket's own. */
  serverSideEncryption?: 'AES256' | 'aws:kms' | 'aws:kms:dsse' | undefined;
  /** A key's id or ARN, for `aws:kms` and `aws:kms:dsse`. Default: AWS's own key for S3. */
  kmsKeyId?: string | undefined;
  /** Default: the platform's, through the proxy of `HTTPS_PROXY` and with `AWS_CA_BUNDLE`. */
  fetch?: typeof globalThis.fetch | undefined;
}

export const S3_OPTION_NAMES = {
  bucket: true,
  region: true,
  profile: true,
  credentials: true,
  endpointUrl: true,
  serverSideEncryption: true,
  kmsKeyId: true,
  fetch: true,
} as const;

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const ENCRYPTIONS = ['AES256', 'aws:kms', 'aws:kms:dsse'];
/** Of a key: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
const MAX_KEY_BYTES = 1024;

/** @throws ValidationError */
export function checkS3Options(options: S3Options): void {
  const { bucket, serverSideEncryption: encryption, kmsKeyId } = options;
  if (typeof bucket !== 'string' || !BUCKET.test(bucket)) {
    throw new ValidationError('is not the name of a bucket', {
      field: 'bucket',
      value: bucket,
      remedy: 'Give 3 to 63 small letters, digits, dots and hyphens.',
    });
  }
  if (encryption !== undefined && !ENCRYPTIONS.includes(encryption)) {
    throw new ValidationError('is not an encryption of S3', {
      field: 'serverSideEncryption',
      value: encryption,
      remedy: `Use ${ENCRYPTIONS.join(', ')}, or leave it to the bucket.`,
    });
  }
  if (kmsKeyId === undefined) return;
  if (!encryption?.startsWith('aws:kms')) {
    throw new ValidationError('means nothing without an encryption by KMS', {
      field: 'kmsKeyId',
      value: kmsKeyId,
      remedy: "Give serverSideEncryption: 'aws:kms' as well, or leave kmsKeyId out.",
    });
  }
  if (typeof kmsKeyId !== 'string' || !/^[!-~]+$/.test(kmsKeyId)) {
    throw new ValidationError('is not the id of a key', {
      field: 'kmsKeyId',
      value: kmsKeyId,
      remedy: 'Give the id or the ARN of a KMS key.',
    });
  }
}

/** @throws ValidationError */
export function checkS3Key(key: string, field: string): void {
  if (typeof key === 'string' && key !== '' && Buffer.byteLength(key) <= MAX_KEY_BYTES) return;
  throw new ValidationError('is empty or longer than 1,024 bytes', {
    field,
    value: key,
    remedy: 'Give the key of one object.',
  });
}
