import { StorageError } from '../../errors/index.js';
import { whyUnreachable } from '../../service/network/why-unreachable.js';
import type { S3Answer } from './s3-exchange.js';

/** S3's name for what is wrong. */
export const codeIn = (text: string): string | undefined =>
  /<Code>([A-Za-z.]+)<\/Code>/.exec(text)?.[1];

export function unreachable(
  place: string,
  verb: string,
  url: string,
  cause: unknown,
): StorageError {
  const why = whyUnreachable(cause) ?? (cause instanceof Error ? cause.message : String(cause));
  const { host } = new URL(url);
  const message = `${place} could not be ${verb}: ${host} could not be reached: ${why}`;
  return new StorageError(message, { place, cause });
}

/** @param permissions that it takes, for who was denied it */
export function refused(
  place: string,
  verb: string,
  { status, headers, text }: S3Answer,
  permissions: string,
): StorageError {
  const reason = codeIn(text);
  const region = headers.get('x-amz-bucket-region');
  const elsewhere = status < 400 && region ? `; the bucket is in ${region}: pass it as region` : '';
  const message = `${place} could not be ${verb}: ${status}${reason ? ` ${reason}` : ''}${elsewhere}`;
  const remedy = elsewhere ? undefined : remedyFor(reason, status, permissions);
  return new StorageError(message, { place, status, reason, remedy });
}

function remedyFor(
  reason: string | undefined,
  status: number,
  permissions: string,
): string | undefined {
  if (reason === 'NoSuchBucket') return 'Make the bucket, or give the name and region of one.';
  if (reason?.startsWith('KMS')) return 'See that kmsKeyId is a key of the region that is enabled.';
  if (reason === 'InvalidAccessKeyId' || reason === 'SignatureDoesNotMatch') {
    return 'Give credentials of the account that may use the bucket.';
  }
  if (reason === 'AccessDenied' || status === 403) return `It takes ${permissions}.`;
  return undefined;
}
