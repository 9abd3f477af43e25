import type { Actuator } from '../browser/actuator.js';
import type { DownloadView } from '../browser/download-options.js';
import { preempt } from '../deadline/pre-empt.js';
import { type KnownOptions, knownOptions } from '../options/known-options.js';
import { refuseUnknown } from '../options/refuse-unknown.js';

/** How long is waited for downloads. */
export interface DownloadsOptions {
  /** Ends the waiting; the promise rejects with its reason, and the downloads go on. */
  signal?: AbortSignal | undefined;
}

const DOWNLOADS_OPTIONS: KnownOptions = knownOptions<DownloadsOptions>('downloads()', {
  signal: true,
});

/** What has been downloaded through an actuator, once all of it has ended. */
export async function downloadsOf(
  actuator: Actuator,
  options: DownloadsOptions,
): Promise<readonly DownloadView[]> {
  refuseUnknown(options, DOWNLOADS_OPTIONS);
  const all = actuator.downloads?.() ?? Promise.resolve([]);
  return options.signal ? preempt(all, options.signal) : all;
}
