/** Something that a page complained of, or that it asked for in vain. */
export interface PageProblem {
  /**
   * `console`: `console.error`; `error`: a script threw and nobody caught it; `request`: a request that was
   * not answered, or with a status of 400 or more; `omitted`: how many more there were.
   */
  kind: 'console' | 'error' | 'request' | 'omitted';
  /** In the page's or the browser's words, at most 500 characters. */
  text: string;
  /** What was asked for, or whose script it was; without user, password, signatures and tokens. */
  url?: string | undefined;
  /** Of a request that was answered. */
  status?: number | undefined;
  /** Epoch milliseconds. */
  atMs: number;
}
