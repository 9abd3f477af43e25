import type { CallToolResult } from '@modelcontextprotocol/server';
import { isNovaActError } from '@nova-act/core';
import { SessionError } from '../sessions/session-error.js';
import { remedyFor } from './remedies.js';

/** An error as a tool tells it: for a model to read, and with a code for a program to go by. */
interface ToldError {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string | undefined;
}

/**
 * Where a program finds the error. Not in the structured content: some clients hold that to the schema of the
 * tool's answers, also of a call that failed.
 */
export const ERROR = 'nova-act/error';

/** Why a call failed, for its caller. `session` is the one it was in, which may well go on. */
export function toolError(error: unknown, session: string | undefined): CallToolResult {
  const told = describe(error);
  const { code, message, remedy } = told;
  const lines = [`${code}: ${message}`, remedy, session && `session: ${session}`];
  return {
    isError: true,
    content: [{ type: 'text', text: lines.filter(Boolean).join('\n') }],
    _meta: { [ERROR]: { ...told, ...(session === undefined ? {} : { session }) } },
  };
}

function describe(thrown: unknown): ToldError {
  const error = reasonOf(thrown);
  if (error instanceof SessionError) {
    const { code, message, remedy } = error;
    return { code, message, remedy };
  }
  if (isNovaActError(error)) {
    const { code, message } = error;
    const remedy = remedyFor(code);
    return { code, message, ...(remedy === undefined ? {} : { remedy }) };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'INTERNAL', message };
}

/** A start that failed is told by what it failed of, which says what to do. */
function reasonOf(error: unknown): unknown {
  if (!isNovaActError(error) || error.code !== 'START_FAILED') return error;
  return isNovaActError(error.cause) ? error.cause : error;
}
