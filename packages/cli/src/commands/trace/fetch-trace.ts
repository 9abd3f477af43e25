import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { NovaActControl, TraceFile, TraceLocation } from '@nova-act/core';
import { makeFolder } from '@nova-act/core/runtime';
import { NotFoundError } from '../../failure/not-found-error.js';

/** Fetched at the same time: a session's pictures are many and small. */
const AT_ONCE = 8;

export const isInS3 = (wanted: string): boolean => wanted.startsWith('s3://');

/**
 * Fetches the trace in S3 into a folder, each file in the place of its key, and gives the page to be opened: the
 * one that was named, the session's, or the only one. What the service exports has no page; then it is the folder.
 * @throws NotFoundError, StorageError, AuthError
 */
export async function fetchTrace(
  control: NovaActControl,
  { locationType, location }: TraceLocation,
  folder: string,
  signal: AbortSignal,
): Promise<string> {
  // A page without its pictures is half a trace.
  const isPage = location.endsWith('.html');
  const from = isPage ? location.slice(0, location.lastIndexOf('/') + 1) : location;
  const all = await control.readTrace({ locationType, location: from }, { signal }).toArray();
  const files = all.filter(({ key }) => !key.endsWith('/'));
  const [first] = files;
  if (!first) {
    throw new NotFoundError(
      `There is nothing at ${location}`,
      'Name the folder of a session or of an act, as s3TraceWriter() or the service has written it.',
    );
  }
  const places = new Map(files.map((file) => [file, placeOf(file, folder)]));
  const left = [...places];
  while (left.length > 0) {
    const some = left.splice(0, AT_ONCE);
    await Promise.all(some.map(async ([file, place]) => save(await file.data(), place)));
  }
  const pages = files.filter(({ name }) => name.endsWith('.html'));
  const page =
    pages.find(({ key }) => isPage && location.endsWith(`/${key}`)) ??
    pages.find(({ name }) => name === 'index.html' || name.endsWith('/index.html')) ??
    pages[0];
  return page ? placeOf(page, folder) : dirname(placeOf(first, folder));
}

/** @throws NotFoundError for a key that leads out of the folder */
function placeOf({ bucket, key }: TraceFile, folder: string): string {
  const root = join(resolve(folder), bucket);
  const place = resolve(root, ...key.split('/'));
  if (place.startsWith(`${root}${sep}`)) return place;
  throw new NotFoundError(
    `${JSON.stringify(key)} in ${bucket} is no name of a file of a trace`,
    'Name a place in S3 that holds traces alone.',
  );
}

async function save(data: Uint8Array, place: string): Promise<void> {
  await makeFolder(dirname(place));
  await writeFile(place, data);
}
