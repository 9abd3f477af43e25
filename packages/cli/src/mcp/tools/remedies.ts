import type { NovaActErrorCode } from '@nova-act/core';

/** What to do about an error, in words for the model that called the tool. */
const REMEDIES: Partial<Record<NovaActErrorCode, string>> = {
  ACT_AGENT_FAILED:
    'The browser’s agent found that it cannot be done as asked. Look at the page with screenshot, and ask otherwise.',
  ACT_INVALID_MODEL_GENERATION: 'Ask again, in other words.',
  ACT_EXCEEDED_MAX_STEPS: 'Ask for less at once, or allow more with maxSteps.',
  ACT_TIMEOUT: 'Ask for less at once, or allow more time with timeoutMs.',
  ACT_RESPONSE_MISMATCH: 'Say in the prompt what the answer is to be, or ask for a simpler schema.',
  ACT_ACTUATION_FAILED:
    'Look at the page with screenshot. The address may be wrong, or not answer.',
  ACT_BROWSER_CRASHED: 'The session has ended. Leave `session` out to begin another one.',
  ACT_GUARDRAILS_TRIGGERED: 'The service refuses this task. Ask for something else.',
  ACT_STATE_GUARDRAIL: 'This page may not be worked on. Go elsewhere.',
  ACT_RATE_LIMIT_EXCEEDED: 'Wait a moment, and ask again.',
  ACT_REQUEST_THROTTLED: 'Wait a moment, and ask again.',
  ACT_DAILY_QUOTA_EXCEEDED: 'The account’s quota for today is used up.',
  ACT_SERVICE_QUOTA_EXCEEDED:
    'The account’s quota is used up: close other sessions, or have it raised.',
  ACT_SERVICE_UNAVAILABLE: 'Ask again in a moment.',
  ACT_INTERNAL_SERVER_ERROR: 'Ask again in a moment.',
  ACT_NOT_FOUND:
    'For who runs this server: there may be no such workflow definition; name one that there is with --definition.',
  ACT_ACCESS_DENIED:
    'For who runs this server: these credentials or this key may not do this. See NOVA_ACT_API_KEY, --auth, --profile.',
  AUTH_NOT_RESOLVED:
    'For who runs this server: set NOVA_ACT_API_KEY, or give AWS credentials (--profile, or those of the environment).',
  WORKFLOW_CANCELED: 'The session has ended.',
  WORKFLOW_ENDED: 'The session has ended. Leave `session` out to begin another one.',
};

export function remedyFor(code: string | undefined): string | undefined {
  return REMEDIES[code as NovaActErrorCode];
}
