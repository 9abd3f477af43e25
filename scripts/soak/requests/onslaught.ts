import fc from 'fast-check';
import { targets } from './targets.js';

/** The largest body that the service takes. */
export const maxBodyBytes = 20_000;

/** A request as data: what is said, and what is wrong with how it is said. */
export interface StrangeRequest {
  /** An index into `targets`. */
  target: number;
  ids: 'victim' | 'random' | 'odd';
  method:
    | 'own'
    | 'GET'
    | 'PUT'
    | 'POST'
    | 'DELETE'
    | 'PATCH'
    | 'HEAD'
    | 'OPTIONS'
    | 'TRACE'
    | 'BREW';
  auth:
    | 'right'
    | 'hash claimed'
    | 'none'
    | 'wrong secret'
    | 'garbled'
    | 'known key'
    | 'old'
    | 'half';
  body:
    | 'none'
    | 'fitting'
    | 'json'
    | 'deep'
    | 'large'
    | 'nearly large'
    | 'torn'
    | 'binary'
    | 'proto';
  /** For the body that is any JSON. */
  json: string;
  framing:
    | 'length'
    | 'chunked'
    | 'too short'
    | 'too long'
    | 'negative'
    | 'two lengths'
    | 'length and chunked'
    | 'no chunks';
  headers:
    | 'plain'
    | 'huge'
    | 'many'
    | 'foreign host'
    | 'no host'
    | 'two hosts'
    | 'foreign origin'
    | 'expect'
    | 'odd expectation'
    | 'nul'
    | 'upgrade'
    | 'old version'
    | 'no version';
}

export interface StrangeConnection {
  /** Sent one after the other without waiting. */
  requests: StrangeRequest[];
  /** How many writes that takes. */
  pieces: number;
  /** After which share of the bytes the client goes away; 1: it waits for its answers. */
  cut: number;
  /** Goes with an RST rather than a FIN. */
  reset: boolean;
}

export interface Onslaught {
  connections: StrangeConnection[];
  /** The service has a data folder, and is opened again at the end. */
  kept: boolean;
  /** At the end it is seen whether room that was taken is free again. */
  probed: boolean;
}

/** Mostly the first, so that not everything is refused for the same reason. */
const mostly = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 3 * others.length, arbitrary: fc.constant(usual) },
    ...others.map((other) => ({ weight: 1, arbitrary: fc.constant(other) })),
  );

const requests: fc.Arbitrary<StrangeRequest> = fc.record({
  target: fc.nat(targets.length - 1),
  ids: mostly<StrangeRequest['ids']>('victim', 'random', 'odd'),
  method: mostly<StrangeRequest['method']>(
    ...([
      'own',
      'GET',
      'PUT',
      'POST',
      'DELETE',
      'PATCH',
      'HEAD',
      'OPTIONS',
      'TRACE',
      'BREW',
    ] as const),
  ),
  auth: mostly<StrangeRequest['auth']>(
    ...([
      'right',
      'hash claimed',
      'none',
      'wrong secret',
      'garbled',
      'known key',
      'old',
      'half',
    ] as const),
  ),
  body: fc.constantFrom<StrangeRequest['body']>(
    ...([
      'none',
      'fitting',
      'json',
      'deep',
      'large',
      'nearly large',
      'torn',
      'binary',
      'proto',
    ] as const),
  ),
  json: fc.json({ maxDepth: 4 }),
  framing: mostly<StrangeRequest['framing']>(
    ...([
      'length',
      'chunked',
      'too short',
      'too long',
      'negative',
      'two lengths',
      'length and chunked',
      'no chunks',
    ] as const),
  ),
  headers: mostly<StrangeRequest['headers']>(
    ...([
      'plain',
      'huge',
      'many',
      'foreign host',
      'no host',
      'two hosts',
      'foreign origin',
      'expect',
      'odd expectation',
      'nul',
      'upgrade',
      'old version',
      'no version',
    ] as const),
  ),
});

export const onslaughts: fc.Arbitrary<Onslaught> = fc.record({
  connections: fc.array(
    fc.record({
      requests: fc.array(requests, { minLength: 1, maxLength: 4 }),
      pieces: fc.constantFrom(1, 1, 2, 7),
      cut: fc.oneof(
        { weight: 3, arbitrary: fc.constant(1) },
        { weight: 1, arbitrary: fc.constantFrom(0, 0.1, 0.5, 0.9, 0.99) },
      ),
      reset: fc.boolean(),
    }),
    { minLength: 2, maxLength: 6 },
  ),
  kept: mostly(false, true),
  probed: mostly(false, true),
});
