import { StorageError, ValidationError } from '../../errors/index.js';
import { type KnownOptions, knownOptions } from '../../options/known-options.js';
import { refuseUnknown } from '../../options/refuse-unknown.js';
import type { Connection } from '../../service/connect.js';
import type { TraceLocation } from '../../wire/records.js';
import { type Listing, listing } from '../listing.js';
import { readObjectList } from './read-object-list.js';
import { TraceBucket, type TraceBucketOptions } from './trace-bucket.js';
import { tracePlace } from './trace-place.js';

/** How the bucket is reached. */
export interface ReadTraceOptions extends TraceBucketOptions {
  /** At most so many files, from 1. Default: all. */
  limit?: number | undefined;
  /** Ends the requests, those of a file's `text()`, `data()` and `json()` too. */
  signal?: AbortSignal | undefined;
}

/** An object in S3 that is part of a trace. */
export interface TraceFile {
  /** `step_0.json`, say: its key without what all of the trace have in common. */
  readonly name: string;
  /** The bucket that it is in. */
  readonly bucket: string;
  /** Its key in the bucket. */
  readonly key: string;
  /** Its size as it lies in the bucket, in bytes. */
  readonly bytes: number;
  /** When it was written. */
  readonly lastModified: Date;
  /** Fetches it. @throws StorageError, AuthError */
  text(): Promise<string>;
  /** Fetches it as it lies there: a picture, say. @throws StorageError, AuthError */
  data(): Promise<Uint8Array<ArrayBuffer>>;
  /** Fetches it and reads it as JSON. @throws StorageError, AuthError */
  json(): Promise<unknown>;
}

/** Where a trace is, or something of a list that says so: an act, a run. */
export type Traced =
  | TraceLocation
  | {
      /** Absent where the definition has no `exportConfig`: there is then no trace to read. */
      readonly traceLocation?: TraceLocation | undefined;
    };

const OPTIONS: KnownOptions = knownOptions<ReadTraceOptions>(
  'readTrace()',
  { region: true, endpointUrl: true, limit: true, signal: true },
  { bucketRegion: 'Did you mean region?' },
);

/** `step_2` comes before `step_10`. */
const byName = new Intl.Collator('en', { numeric: true });
const { signal: never } = new AbortController();

export function readTrace(
  traced: Traced,
  connection: Connection,
  options: ReadTraceOptions,
): Listing<TraceFile> {
  refuseUnknown(options, OPTIONS);
  const { limit, signal = never, ...reach } = options;
  const { bucket, prefix } = tracePlace(locationOf(traced));
  const store = new TraceBucket(bucket, connection, reach);
  return listing('ListObjectsV2', {}, { limit, signal }, async ({ nextToken, maxResults }) => {
    const query = Object.entries({
      'continuation-token': nextToken,
      'encoding-type': 'url',
      'list-type': 2,
      'max-keys': maxResults,
      prefix,
    }).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
    );
    const request = { key: '', query: query.join('&'), verb: 'listed' };
    const list = readObjectList((await store.read(request, signal)).text);
    if (!list) throw unreadable(store.placeOf(prefix), 'listed');
    const files = list.objects.map(({ key, ...facts }) => ({
      name: nameOf(key, prefix),
      bucket,
      key,
      ...facts,
      text: async () => (await store.read({ key, verb: 'read' }, signal)).text,
      data: async () => (await store.read({ key, verb: 'read' }, signal)).body,
      json: async () => parsed(await store.read({ key, verb: 'read' }, signal), store.placeOf(key)),
    }));
    const items = files.sort((a, b) => byName.compare(a.name, b.name));
    return { items, ...(list.nextToken === undefined ? {} : { nextToken: list.nextToken }) };
  });
}

function locationOf(traced: Traced): TraceLocation {
  if (typeof traced === 'object' && traced !== null) {
    if ('location' in traced) return traced;
    if (traced.traceLocation) return traced.traceLocation;
  }
  throw new ValidationError('is not there', {
    field: 'traceLocation',
    remedy:
      'The service exports traces of definitions that have an exportConfig, as ensureWorkflowDefinition() makes them; ' +
      'take it from listActs() or listWorkflowRuns() when the act or run has ended.',
  });
}

/** What a prefix ends in may be a part of a name or of a folder's; a prefix may be a whole key. */
function nameOf(key: string, prefix: string): string {
  const name = key.startsWith(prefix) ? key.slice(prefix.length) : key;
  return name.replace(/^\//, '') || key.slice(key.lastIndexOf('/') + 1);
}

function parsed({ text }: { text: string }, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreadable(place, 'read as JSON', cause);
  }
}

const unreadable = (place: string, verb: string, cause?: unknown) =>
  new StorageError(`${place} could not be ${verb}: it is not what was expected`, { place, cause });
