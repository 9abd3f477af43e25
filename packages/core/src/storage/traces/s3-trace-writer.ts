import { readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { StorageError, suppress, ValidationError } from '../../errors/index.js';
import { silentLogger } from '../../logger.js';
import { abortParts, beginParts, putFile } from '../s3/put-file.js';
import { S3Client } from '../s3/s3-client.js';
import { checkTraceWriterOptions, type S3TraceWriterOptions } from './trace-writer-options.js';

/** What of a session is written: the folder of its traces, under its id. */
export interface TracedSession {
  /** The id of the session on the service. */
  readonly sessionId: string;
  /** The folder with the traces of the session. */
  readonly logsDirectory: string | undefined;
}

/** A stop hook. */
export interface S3TraceWriter {
  /** Uploads every file of the session's `logsDirectory`. @throws StorageError; AuthError; ValidationError */
  (session: TracedSession, signal?: AbortSignal): Promise<void>;
  /**
   * Whether the bucket can be written: begins an upload below `prefix` and takes it back, which leaves
   * nothing behind. A start asks it; ask it yourself before `addStopHook`.
   * @throws StorageError that says what is to be done; AuthError; ValidationError without a `logsDirectory`
   */
  check(start?: {
    readonly signal?: AbortSignal | undefined;
    readonly logsDirectory?: string | undefined;
  }): Promise<void>;
}

const PART_BYTES = 8 * 1024 ** 2;
/** Files that go up at a time. */
const AT_ONCE = 4;
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webm': 'video/webm',
};

/**
 * A stop hook that uploads the traces of its session to S3, as `<prefix><sessionId>/<file>`: signed, tried
 * again, large files in parts. It has the 30 s that all stop hooks have. Needs `logsDirectory`, and
 * s3:PutObject and s3:AbortMultipartUpload on the keys; for KMS also kms:GenerateDataKey and kms:Decrypt.
 *
 * Nothing is sent and no credentials are looked for before the session starts.
 * @throws ValidationError
 */
export function s3TraceWriter(options: S3TraceWriterOptions): S3TraceWriter {
  checkTraceWriterOptions(options);
  const client = new S3Client(options);
  const { prefix = '', partBytes = PART_BYTES, logger = silentLogger } = options;
  const metadata = Object.entries(options.metadata ?? {}).map(
    ([name, value]) => [`x-amz-meta-${name.toLowerCase()}`, value] as const,
  );
  const { signal: never } = new AbortController();
  const headersOf = (file: string) => ({
    'content-type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
    ...Object.fromEntries(metadata),
    ...client.encryption,
  });

  // Under its name a failure is told.
  async function uploadTraces(session: TracedSession, signal = never): Promise<void> {
    const { logsDirectory: directory, sessionId } = session;
    if (directory === undefined) throw noTraces();
    const files = await filesIn(directory);
    let bytes = 0;
    const put = async (file: string) => {
      const key = `${prefix}${sessionId}/${relative(directory, file).replaceAll(sep, '/')}`;
      const upload = { file, key, headers: headersOf(file), partBytes };
      // Added when it is known: others end meanwhile.
      const size = await putFile(client, upload, signal);
      bytes += size;
    };
    const failures = await eachOf(files, put, signal);
    const to = client.placeOf(`${prefix}${sessionId}/`);
    if (failures.length > 0) throw notAll(to, files.length, failures);
    logger.info('Traces uploaded', { to, files: files.length, bytes });
  }

  const check: S3TraceWriter['check'] = async (start = {}) => {
    if ('logsDirectory' in start && start.logsDirectory === undefined) throw noTraces();
    const { signal = never } = start;
    const key = `${prefix}write-check`;
    const id = await beginParts(client, { key, headers: headersOf(key) }, signal);
    await abortParts(client, key, id, signal);
  };
  return Object.assign(uploadTraces, { check });
}

function noTraces(): ValidationError {
  return new ValidationError('is not given, so that s3TraceWriter() has no traces to upload', {
    field: 'logsDirectory',
    remedy: "Give the session a directory to write them to, such as logsDirectory: './traces'.",
  });
}

/** Without what is still being written. None where there was no act. */
async function filesIn(directory: string): Promise<string[]> {
  try {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
      .map(({ parentPath, name }) => join(parentPath, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** One that fails keeps no other from its turn. @returns what failed */
async function eachOf(
  files: readonly string[],
  put: (file: string) => Promise<void>,
  signal: AbortSignal,
): Promise<unknown[]> {
  const failures: unknown[] = [];
  const left = files.values();
  const work = async () => {
    for (const file of left) {
      signal.throwIfAborted();
      await put(file).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  signal.throwIfAborted();
  return failures;
}

function notAll(place: string, files: number, [cause, ...others]: unknown[]): StorageError {
  const first = cause instanceof Error ? cause.message : String(cause);
  const message = `${1 + others.length} of ${files} files could not be uploaded: ${first}`;
  const error = new StorageError(message, { place, cause });
  for (const other of others) suppress(error, other);
  return error;
}
