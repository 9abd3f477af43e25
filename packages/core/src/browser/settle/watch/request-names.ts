import { parseUrl } from '../../../parse-url.js';
/** The part of a request's description by the browser that tells call sites, and content from the rest, apart. */
export interface RequestDescription {
  request: {
    url: string;
    method: string;
    postData?: string | undefined;
    /** How much the browser hurries with it; the page can ask for less. */
    initialPriority?: string | undefined;
  };
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

/** Enough frames to get out of the client library that all of a page's requests go through. */
const framesThatTell = 12;

/**
 * The same for requests of the same call site: method, address without the values of its query, the
 * start of the body without its numbers (many an API has one address for all), and the places in the
 * code that led there. A poll has one key however its cache-busting parameter changes.
 */
export function requestKey(description: RequestDescription): string {
  const stack = description.initiator?.stack;
  const frames = [...(stack?.callFrames ?? []), ...(stack?.parent?.callFrames ?? [])];
  const places = frames
    .slice(0, framesThatTell)
    .map((frame) => `${frame.url}:${frame.lineNumber}:${frame.columnNumber}`);
  return [requestSubject(description), ...places].join(' ');
}

/** The same for requests for the same thing, wherever in the code they begin. */
export function requestSubject(description: RequestDescription): string {
  const { method, postData } = description.request;
  const url = parseUrl(description.request.url);
  const keys = url ? [...url.searchParams.keys()].sort().join('&') : '';
  const address = url ? `${url.origin}${url.pathname}` : '';
  const body = postData?.slice(0, 300).replaceAll(/\d+/g, '#') ?? '';
  return [method, address, keys, body].join(' ');
}

/** The same for requests that ask for the very same, but for what keeps them from being cached. */
export function requestVariant({ request }: RequestDescription): string {
  return `${request.url} ${request.postData ?? ''}`.replaceAll(/\d{9,}|0?\.\d{6,}/g, '#');
}

const longestPath = 60;

/** `fetch /api/x`: the path alone, without query (which may be long, or secret), cut when long. */
export function requestLabel(description: RequestDescription, pageUrl: string): string {
  const kind = (description.type ?? 'request').toLowerCase();
  const url = parseUrl(description.request.url);
  if (!url) return kind;
  const host = url.host && url.host !== parseUrl(pageUrl)?.host ? url.host : '';
  const path = `${host}${url.pathname}`;
  return `${kind} ${path.length > longestPath ? `${path.slice(0, longestPath - 1)}…` : path}`;
}
