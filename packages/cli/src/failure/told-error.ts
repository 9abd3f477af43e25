import { stripVTControlCharacters } from 'node:util';
import { type ActMetadata, isAbortError, isNovaActError } from '@nova-act/core';
import { UsageError } from '../arguments/usage-error.js';
import { codeOf, exitCodeOf } from './exit-codes.js';
import { FailedInRunError } from './failed-in-run.js';
import { remedyFor } from './remedies.js';

/** A failure as a command tells it: in words, and as JSON for who asked for that. */
export interface ToldError {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
  /** How the command ends. */
  readonly exitCode: number;
  /** What support asks for. */
  readonly requestId?: string;
  /** The id of the run on the service. */
  readonly workflowRunId?: string;
  /** The id of the session on the service. */
  readonly sessionId?: string;
  /** The id of the act on the service. */
  readonly actId?: string;
  readonly tracePath?: string;
}

export function toldError(thrown: unknown): ToldError {
  if (thrown instanceof FailedInRunError) return { ...toldError(thrown.cause), ...thrown.place };
  const exitCode = exitCodeOf(reasonOf(thrown));
  if (isAbortError(thrown)) {
    return { code: 'CANCELED', message: 'Canceled', exitCode, ...placeOf(thrown) };
  }
  const error = reasonOf(thrown);
  const isUsage =
    error instanceof UsageError || (error instanceof Error && error.name === 'CLIError');
  const code = isUsage ? 'USAGE' : (codeOf(error) ?? 'INTERNAL');
  const message = error instanceof Error ? error.message : String(error);
  const { remedy: own, requestId } = (error ?? {}) as Record<string, unknown>;
  // A ValidationError has its remedy in its message.
  const remedy = code === 'VALIDATION_FAILED' ? undefined : (textOf(own) ?? remedyFor(code));
  return {
    code,
    message: stripVTControlCharacters(message),
    ...(remedy === undefined ? {} : { remedy }),
    exitCode,
    ...(typeof requestId === 'string' ? { requestId } : {}),
    ...placeOf(thrown),
  };
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** A start that failed is told by what it failed of, which says what to do. */
function reasonOf(error: unknown): unknown {
  if (!isNovaActError(error) || error.code !== 'START_FAILED') return error;
  return isNovaActError(error.cause) ? error.cause : error;
}

/** The act that it happened in, if any. */
function placeOf(error: unknown): Partial<ToldError> {
  const { metadata } = (error ?? {}) as { metadata?: ActMetadata };
  if (!metadata) return {};
  const { workflowRunId, sessionId, actId, tracePath } = metadata;
  return {
    workflowRunId,
    sessionId,
    ...(actId === undefined ? {} : { actId }),
    ...(tracePath === undefined ? {} : { tracePath }),
  };
}
