import { ValidationError } from '../../errors/index.js';
import { parseUrl } from '../../parse-url.js';
import { isLoopback } from '../../service/network/is-loopback.js';
import type { DownloadOptions } from '../download-options.js';

interface Source {
  readonly cdpEndpointUrl?: unknown;
  readonly browser?: object | undefined;
}

/** @throws ValidationError */
export function checkDownloads({
  downloadsDirectory,
  cdpEndpointUrl,
  browser,
}: DownloadOptions & Source): void {
  if (downloadsDirectory === undefined) return;
  const fault = (problem: string, remedy: string) =>
    new ValidationError(problem, {
      field: 'downloadsDirectory',
      value: downloadsDirectory,
      remedy,
    });
  if (typeof downloadsDirectory !== 'string' || downloadsDirectory.trim() === '') {
    throw fault('is not the path of a directory', 'Pass a path; the directory is made.');
  }
  if (downloadsDirectory.includes('\0')) {
    throw fault('holds a null character', 'Pass the path of a directory.');
  }
  // One that is shared runs on this machine.
  const isElsewhere = browser !== undefined && !('acquire' in browser);
  if (!isElsewhere && (cdpEndpointUrl === undefined || isHere(cdpEndpointUrl))) return;
  const source = isElsewhere
    ? 'a browser that is started elsewhere'
    : 'the browser at cdpEndpointUrl';
  throw fault(
    `cannot be reached by ${source}, which saves files where it runs`,
    "Leave it out, and fetch the file with nova.page.request, or as the browser's provider offers.",
  );
}

/** An address that is asked for at each connect is one of a browser elsewhere. */
function isHere(endpoint: unknown): boolean {
  const url = typeof endpoint === 'string' ? parseUrl(endpoint) : undefined;
  return url !== undefined && isLoopback(url.hostname);
}
