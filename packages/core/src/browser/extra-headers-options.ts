/** What goes out with requests besides what the browser sends by itself. */
export interface ExtraHeadersOptions {
  /**
   * Headers for each origin, such as `{ 'https://staging.example.com': { 'x-bypass': '…' } }`: sent with
   * every request to it (pages, frames, images, `fetch`, workers), whoever makes it, and with no other, also
   * not when it redirects elsewhere. `https://*.example.com` stands for all hosts below, and `*` for every
   * origin there is, which then learns the values. One origin may fall under several; of two values for one
   * header the more exact origin's is sent. A header of the page's own of that name is replaced.
   *
   * WebSockets have none; nor have service workers in a browser that was there before (`page`, `context`,
   * `cdpEndpointUrl`). In a `page` of yours they begin with its next document. Values are shown in no
   * log, error or trace. Reserved are those that the browser must write itself (`host`, `content-length`,
   * `sec-…`, …) and those with an option of their own.
   */
  extraHeaders?: { readonly [origin: string]: { readonly [header: string]: string } } | undefined;
}
