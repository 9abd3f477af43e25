/** The part of a request's description by the browser that tells call sites apart. */
export interface RequestDescription {
  request: { url: string; method: string };
  type?: string | undefined;
  frameId?: string | undefined;
  loaderId?: string | undefined;
  initiator?: InitiatorDescription | undefined;
}
export interface InitiatorDescription {
  type: string;
  stack?: StackDescription | undefined;
}
interface StackDescription {
  callFrames: { url: string; lineNumber: number; columnNumber: number }[];
  parent?: StackDescription | undefined;
}

const parse = (url: string): URL | undefined => (URL.canParse(url) ? new URL(url) : undefined);

/**
 * The same for requests of the same call site: method, address without the values of its query, and
 * the topmost places in the code. A poll has one key however its cache-busting parameter changes.
 */
export function requestKey(description: RequestDescription): string {
  const url = parse(description.request.url);
  const keys = url ? [...url.searchParams.keys()].sort().join('&') : '';
  const stack = description.initiator?.stack;
  const frames = (stack?.callFrames.length ? stack : stack?.parent)?.callFrames.slice(0, 3) ?? [];
  const places = frames.map((frame) => `${frame.url}:${frame.lineNumber}:${frame.columnNumber}`);
  const address = url ? `${url.origin}${url.pathname}` : '';
  return [description.request.method, address, keys, ...places].join(' ');
}

const longestPath = 60;

/** `fetch /api/x`: the path alone, without query (which may be long, or secret), cut when long. */
export function requestLabel(description: RequestDescription, pageUrl: string): string {
  const kind = (description.type ?? 'request').toLowerCase();
  const url = parse(description.request.url);
  if (!url) return kind;
  const host = url.host && url.host !== parse(pageUrl)?.host ? url.host : '';
  const path = `${host}${url.pathname}`;
  return `${kind} ${path.length > longestPath ? `${path.slice(0, longestPath - 1)}…` : path}`;
}
