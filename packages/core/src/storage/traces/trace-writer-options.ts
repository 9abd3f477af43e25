import { ValidationError } from '../../errors/index.js';
import type { Logger } from '../../logger.js';
import { type KnownOptions, knownOptions } from '../../options/known-options.js';
import { refuseUnknown } from '../../options/refuse-unknown.js';
import { MAX_PART_BYTES, MIN_PART_BYTES } from '../s3/put-file.js';
import { S3_OPTION_NAMES, type S3Options } from '../s3/s3-options.js';

export interface S3TraceWriterOptions extends S3Options {
  /** What the keys begin with, used as it is: `traces/`. At most 768 bytes. Default: nothing. */
  prefix?: string | undefined;
  /** Of each object, as `x-amz-meta-…`. At most 2,048 bytes. */
  metadata?: Readonly<Record<string, string>> | undefined;
  /** A larger file goes up in parts of so many bytes, 5 MiB to 5 GiB. Default 8 MiB. */
  partBytes?: number | undefined;
  /** Told what was uploaded. Default: silent. */
  logger?: Logger | undefined;
}

const OPTIONS: KnownOptions = knownOptions<S3TraceWriterOptions>(
  's3TraceWriter()',
  { ...S3_OPTION_NAMES, prefix: true, metadata: true, partBytes: true, logger: true },
  {
    s3_bucket_name: 'Did you mean bucket?',
    s3_prefix: 'Did you mean prefix?',
    boto_session: 'Did you mean profile, or credentials and region?',
    key: 'Did you mean prefix? Each file has a key of its own below it.',
  },
);

/** What is left of a key for an id and a name: both of ours are shorter. */
const MAX_PREFIX_BYTES = 768;
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html */
const MAX_METADATA_BYTES = 2048;

/** @throws ValidationError */
export function checkTraceWriterOptions(options: S3TraceWriterOptions): void {
  refuseUnknown(options, OPTIONS);
  const { prefix = '', metadata = {}, partBytes } = options;
  if (typeof prefix !== 'string' || Buffer.byteLength(prefix) > MAX_PREFIX_BYTES) {
    throw new ValidationError('is no text, or longer than 768 bytes', {
      field: 'prefix',
      value: prefix,
      remedy: 'Give what the keys begin with, such as traces/.',
    });
  }
  const isSize =
    Number.isInteger(partBytes) &&
    Number(partBytes) >= MIN_PART_BYTES &&
    Number(partBytes) <= MAX_PART_BYTES;
  if (partBytes !== undefined && !isSize) {
    throw new ValidationError('is out of range', {
      field: 'partBytes',
      value: partBytes,
      remedy: `Give a whole number of bytes from ${MIN_PART_BYTES} to ${MAX_PART_BYTES}.`,
    });
  }
  const entries = Object.entries(metadata);
  const bad = entries.find(([name, value]) => !isName(name) || !isValue(value));
  if (bad) {
    throw new ValidationError('cannot be sent as a header', {
      field: `metadata.${bad[0]}`,
      value: bad[1],
      remedy: 'Give names of letters, digits, - and _, and values of printable ASCII.',
    });
  }
  const bytes = entries.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (bytes > MAX_METADATA_BYTES) {
    throw new ValidationError('is longer than 2,048 bytes', {
      field: 'metadata',
      value: bytes,
      remedy: 'S3 takes no more, names and values together.',
    });
  }
}

const isName = (name: string) => /^[\w-]+$/.test(name);
/** S3 signs values without the spaces around them. */
const isValue = (value: unknown) =>
  typeof value === 'string' && /^[ -~]*$/.test(value) && value.trim() === value;
