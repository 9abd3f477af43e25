/**
 * How an answer reaches the client. All but `whole` are faults made on purpose:
 * `silent` sends nothing and keeps the connection open, `reset` breaks it before the first byte,
 * `truncate` breaks it in the middle of the body.
 */
export type Delivery = 'whole' | 'silent' | 'reset' | 'truncate';

/** What the service says to one request, before a transport sends it. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
  delivery: Delivery;
}

/** What is known of a request before its body. */
export interface RequestHead {
  method: string;
  /** As sent: still percent-encoded, without the query. */
  path: string;
  /** As sent, without `?`. */
  query: string;
  /** Lower-case names. Several values of one name are joined with `, `. */
  headers: Readonly<Record<string, string | undefined>>;
}

/** One request as every transport hands it in. */
export interface RawRequest extends RequestHead {
  body: Buffer;
  /** Aborted when the client has gone away. */
  signal: AbortSignal;
}
