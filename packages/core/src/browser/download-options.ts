/** A file that pages had the browser download. */
export interface DownloadView {
  /** Its address, without what signs it. */
  readonly url: string;
  /** The name that the site gives it. */
  readonly suggestedFilename: string;
  /**
   * `saved`: it is at `path`. `unsaved`: it came whole, and is gone with the session, which has no
   * `downloadsDirectory`. `failed`: it did not come, or could not be saved; `error` says why.
   */
  readonly outcome: 'saved' | 'unsaved' | 'failed';
  /** Where it is now: an absolute path. */
  readonly path?: string | undefined;
  /** The size of the file, once it is there. */
  readonly sizeBytes?: number | undefined;
  /** Why it failed. */
  readonly error?: string | undefined;
}

export interface DownloadOptions {
  /**
   * Where downloads are kept, made when it is not there. Each file has the name that the site gives it, made
   * safe, with a number where there is one of that name: none is overwritten. The event `download` tells of
   * each, `nova.downloads()` waits for them, and `stop()` does for at most 10 s. Default: the browser keeps
   * them until the session ends. In a `context` or `page` of yours, which must accept downloads, and over
   * `cdpEndpointUrl`, it needs a browser on this machine.
   */
  downloadsDirectory?: string | undefined;
}
