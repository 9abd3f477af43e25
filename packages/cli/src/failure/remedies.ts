import type { NovaActErrorCode } from '@nova-act/core';

/**
 * What to do about an error, in words for who typed the command. Errors of input and of credentials say it
 * themselves.
 */
const REMEDIES: Partial<Record<NovaActErrorCode, string>> = {
  ACT_AGENT_FAILED: 'Look at what it saw: the same with --logs DIR, then nova-act trace open ACT.',
  ACT_INVALID_MODEL_GENERATION: 'Try again, in other words.',
  ACT_EXCEEDED_MAX_STEPS: 'Ask for less at once, or allow more with --max-steps.',
  ACT_TIMEOUT: 'Ask for less at once, or allow more time with --timeout-seconds.',
  ACT_RESPONSE_MISMATCH:
    'Say in the prompt what the answer is to be, or ask with a simpler --schema.',
  ACT_ACTUATION_FAILED:
    'nova-act doctor looks at the browser. The address may be wrong, or not answer.',
  ACT_BROWSER_CRASHED: 'Try again; nova-act doctor looks at the browser.',
  ACT_GUARDRAILS_TRIGGERED: 'The service refuses this task.',
  ACT_RATE_LIMIT_EXCEEDED: 'Wait a moment, and try again.',
  ACT_REQUEST_THROTTLED: 'Wait a moment, and try again.',
  ACT_DAILY_QUOTA_EXCEEDED: 'The quota for today is used up.',
  ACT_SERVICE_QUOTA_EXCEEDED:
    'Runs that nobody is in any more count: nova-act run end --orphans --definition NAME.',
  ACT_SERVICE_UNAVAILABLE: 'nova-act doctor looks at the way to the service.',
  ACT_INTERNAL_SERVER_ERROR: 'Try again in a moment.',
  ACT_NOT_FOUND:
    'nova-act definition list and nova-act run list have those that there are; nova-act definition create NAME makes one.',
  ACT_ACCESS_DENIED:
    'nova-act doctor says who you are; nova-act iam-policy prints what must be granted.',
  AUTH_NOT_RESOLVED: 'nova-act doctor says where credentials are looked for.',
};

export function remedyFor(code: string | undefined): string | undefined {
  return REMEDIES[code as NovaActErrorCode];
}
