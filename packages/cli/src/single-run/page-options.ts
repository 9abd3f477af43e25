import type { NovaActOptions } from '@nova-act/core';
import { UsageError } from '../arguments/usage-error.js';

/** Where the browser begins. A path is one of the local service's pages. @throws UsageError */
export function pageOptions(url: string | undefined, serviceUrl?: string): NovaActOptions {
  if (url === undefined) return {};
  if (!url.startsWith('/')) return { startingPage: url };
  if (serviceUrl !== undefined) return { startingPage: `${serviceUrl}${url}` };
  throw new UsageError(
    `--url ${url} is a page of the local service: add --local, or give a whole address`,
  );
}
