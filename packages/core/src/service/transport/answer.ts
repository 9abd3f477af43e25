import { parseJson } from '../../wire/parse-json.js';

/** What came back for one attempt, its body whole. */
export interface Answer {
  readonly operation: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  /** Which attempt of the request this answers, from 1. */
  readonly attempt: number;
  readonly receivedAtMs: number;
  /** Of the body that this answers. */
  readonly requestBytes: number;
}

const REQUEST_ID_HEADERS = ['x-amzn-requestid', 'x-amz-rid'];

export function requestIdOf(headers: Headers): string | undefined {
  for (const name of REQUEST_ID_HEADERS) {
    const id = headers.get(name);
    if (id) return id;
  }
  return undefined;
}

/** The body as a JSON object, or undefined when it is anything else. */
export function objectOf(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = parseJson(body);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    // Not JSON: a proxy's HTML page, a cut-off answer, a bomb of brackets. The caller says so with the body at hand.
  }
  return undefined;
}
