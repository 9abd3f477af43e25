import { isAbortError, isNovaActError } from '@nova-act/core';
import { UsageError } from '../arguments/usage-error.js';

/** How a command ended. The one table: the README has it in the same words. */
export const EXIT_CODES = {
  done: { code: 0, means: 'done' },
  failed: { code: 1, means: 'it failed, for a reason that has no code of its own' },
  usage: { code: 2, means: 'the arguments or the environment are not right' },
  access: { code: 3, means: 'no credentials, or they may not do this' },
  missing: { code: 4, means: 'there is no such definition, run, session, act or file' },
  act: {
    code: 5,
    means: 'the act failed: it could not be done, took too long, or its answer does not fit',
  },
  service: { code: 6, means: 'the service throttles, is over quota, or fails' },
  browser: { code: 7, means: 'the browser could not be opened, or was lost' },
} as const;

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES]['code'];

/** Beside the table: ended by a signal, as shells count it. */
const OF_SIGNALS: Readonly<Record<string, number>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
const CANCELED = 130;

/** Codes of errors, by what they end a command with. */
const BY_ERROR: Readonly<Record<string, keyof typeof EXIT_CODES>> = {
  VALIDATION_FAILED: 'usage',
  ACT_BAD_REQUEST: 'usage',
  AUTH_NOT_RESOLVED: 'access',
  ACT_ACCESS_DENIED: 'access',
  ACT_NOT_FOUND: 'missing',
  NOT_FOUND: 'missing',
  ACT_FAILED: 'act',
  ACT_AGENT_ERROR: 'act',
  ACT_AGENT_FAILED: 'act',
  ACT_EXCEEDED_MAX_STEPS: 'act',
  ACT_INVALID_MODEL_GENERATION: 'act',
  ACT_RESPONSE_MISMATCH: 'act',
  ACT_EXECUTION_ERROR: 'act',
  ACT_TIMEOUT: 'act',
  ACT_STATE_GUARDRAIL: 'act',
  ACT_GUARDRAILS_TRIGGERED: 'act',
  ACT_RATE_LIMIT_EXCEEDED: 'service',
  ACT_REQUEST_THROTTLED: 'service',
  ACT_DAILY_QUOTA_EXCEEDED: 'service',
  ACT_SERVICE_QUOTA_EXCEEDED: 'service',
  ACT_SERVER_ERROR: 'service',
  ACT_INTERNAL_SERVER_ERROR: 'service',
  ACT_SERVICE_UNAVAILABLE: 'service',
  ACT_BAD_RESPONSE: 'service',
  ACT_ACTUATION_FAILED: 'browser',
  ACT_BROWSER_CRASHED: 'browser',
};

/** What a command ends with that failed so. */
export function exitCodeOf(error: unknown): number {
  if (isAbortError(error)) return OF_SIGNALS[signalBehind(error) ?? ''] ?? CANCELED;
  if (error instanceof UsageError) return EXIT_CODES.usage.code;
  if (error instanceof Error && error.name === 'CLIError') return EXIT_CODES.usage.code;
  const kind = BY_ERROR[codeOf(error) ?? ''] ?? 'failed';
  return EXIT_CODES[kind].code;
}

export function codeOf(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

/** Causes can point at each other in a circle. */
const MAX_DEPTH = 8;

/** The signal that a shutdown was told by, somewhere behind an error. */
function signalBehind(error: unknown): string | undefined {
  let at = error;
  for (let depth = 0; depth < MAX_DEPTH && at instanceof Error; depth += 1) {
    if (isNovaActError(at) && at.code === 'SHUTDOWN') return at.processSignal;
    at = at.cause;
  }
  return undefined;
}
