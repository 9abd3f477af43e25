import type { Surface } from '../contract/match-operation.js';
import type { OperationName } from '../contract/operations.js';

/**
 * What a fault does.
 *
 * - `latency`: waits `latencyMs`, then answers as ever.
 * - `throttle`: 429, with `Retry-After` if `retryAfterSeconds` is given.
 * - `quota`: the daily quota is used up (402 on the AWS surface, 429 on the API-key surface).
 * - `guardrail`: 400, a guardrail intervened.
 * - `status`: answers `status` (500 if not given), on the AWS surface with the error that AWS has for it, with `Retry-After` if `retryAfterSeconds` is given and, at 500, the
 *   `reason` if given.
 * - `malformed`: executes the request, and answers its success with a body that is not JSON (`body`, if given).
 * - `truncate`: executes the request, and breaks the connection in the middle of the answer.
 * - `silent`: takes the request and never answers. `silent-after-execute` executes it first.
 * - `reset`: breaks the connection before the request is executed. `reset-after-execute` executes it first.
 */
export type FaultKind =
  | 'latency'
  | 'throttle'
  | 'quota'
  | 'guardrail'
  | 'status'
  | 'malformed'
  | 'truncate'
  | 'silent'
  | 'silent-after-execute'
  | 'reset'
  | 'reset-after-execute';

/**
 * One failure made on purpose: what happens, to which requests, and how often. Where several match a request, the
 * one that was added first hits it.
 */
export interface Fault {
  /** What a request that is hit meets: see {@link FaultKind}. A member that is not for this kind is a TypeError. */
  kind: FaultKind;
  /** Only requests of this operation, or of these. Default: all. */
  operation?: OperationName | readonly OperationName[] | undefined;
  /** Only requests on this surface. Default: both. */
  surface?: Surface | undefined;
  /** How many requests are hit before the fault is used up. Default: without end. */
  times?: number | undefined;
  /** How many matching requests are let through first. Default: 0. */
  skip?: number | undefined;
  /** From 0 to 1: how likely a matching request is hit. Default: 1. */
  probability?: number | undefined;
  /** For `latency`: 1 to 600,000. */
  latencyMs?: number | undefined;
  /** For `throttle` and `status`: whole seconds from 0, sent as `Retry-After`. Default: none is sent. */
  retryAfterSeconds?: number | undefined;
  /** For `status`: 400 to 599. Default: 500. */
  status?: number | undefined;
  /** For `status` 500: why the service failed, told as `reason` in the answer. Default: none is told. */
  reason?: 'InvalidModelGeneration' | 'RequestTokenLimitExceeded' | undefined;
  /** For `malformed`: what is sent instead of JSON. Default: `<html>not JSON`. */
  body?: string | undefined;
}

/** A fault that is in force. */
export interface ActiveFault {
  /** What `remove()` takes: `fault-1` for the first that was added, counted on, never given twice. */
  readonly id: string;
  /** What was added, with nothing filled in. */
  readonly fault: Readonly<Fault>;
  /** How many requests it has hit. */
  readonly hits: number;
}
