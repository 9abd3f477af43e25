import { StorageError } from '../../errors/index.js';
import { parseUrl } from '../../parse-url.js';
import type { TraceLocation } from '../../wire/records.js';

/** In S3: the objects of a trace are those whose keys begin so. */
export interface TracePlace {
  readonly bucket: string;
  readonly prefix: string;
}

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const S3_URI = 's3://';
const S3_ARN = ':s3:::';

/**
 * How a location is written is not documented, so each way is taken in which AWS writes places in S3:
 * `s3://bucket/prefix`, `arn:aws:s3:::bucket/prefix`, and `https://` with the bucket in the host or the path.
 * @throws StorageError
 */
export function tracePlace({ locationType, location }: TraceLocation): TracePlace {
  const path = locationType === 'S3' ? pathOf(location) : undefined;
  const [bucket = '', ...rest] = path?.split('/') ?? [];
  if (BUCKET.test(bucket)) return { bucket, prefix: rest.join('/') };
  throw new StorageError(`The trace is at a place of ${locationType} that is not understood`, {
    place: location,
    remedy: `Read it by other means: ${location}`,
  });
}

/** `bucket/prefix` */
function pathOf(location: string): string | undefined {
  if (location.startsWith(S3_URI)) return location.slice(S3_URI.length);
  if (location.startsWith('arn:') && location.includes(S3_ARN)) {
    return location.slice(location.indexOf(S3_ARN) + S3_ARN.length);
  }
  const url = location.startsWith('https://') ? parseUrl(location) : undefined;
  if (!url) return undefined;
  const { hostname, pathname } = url;
  const path = unescaped(pathname.slice(1));
  if (hostname.startsWith('s3.') || hostname.startsWith('s3-')) return path;
  const at = hostname.search(/\.s3[.-]/);
  return at < 1 ? undefined : `${hostname.slice(0, at)}/${path}`;
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // Not percent-encoding: it is what it looks like.
  }
}
