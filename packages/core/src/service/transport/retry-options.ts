import { ValidationError } from '../../errors/index.js';
import type { Logger } from '../../logger.js';
import type { RetryTiming } from './retry-timing.js';

/** When and how often a request is sent again. */
export interface RetryOptions {
  /**
   * How often a request is sent in all, 1–10. Default 2. More than 2 risk being throttled, and a
   * repeated step may be billed twice: allowed, with a warning.
   */
  maxAttempts?: number | undefined;
  /** The wait before the first retry, doubled for each after it; half of it is random. Default 500. */
  minDelayMs?: number | undefined;
  /** No wait is longer, not one that the service asks for with `Retry-After`. Default 20,000. */
  maxDelayMs?: number | undefined;
}

export interface RequestPolicy extends RetryTiming {
  readonly maxAttempts: number;
  readonly requestTimeoutMs: number;
}

const DEFAULTS = { maxAttempts: 2, minDelayMs: 500, maxDelayMs: 20_000, requestTimeoutMs: 60_000 };
const MAX_ATTEMPTS = 10;
/** Nobody waits a day; and timers above 24.8 days overflow in Node and fire at once. */
const MAX_DELAY_MS = 86_400_000;
/** After this Node's own fetch gives up by itself. */
const MAX_TIMEOUT_MS = 300_000;
/** At or below this a step may be cut off while the model is still at work, and is sent again. */
const SHORT_TIMEOUT_MS = 50_000;

/** @throws ValidationError */
export function requestPolicy(
  options: { retry?: RetryOptions | undefined; requestTimeoutMs?: number | undefined },
  logger: Logger,
): RequestPolicy {
  const retry = options.retry ?? {};
  const policy = {
    maxAttempts: number('retry.maxAttempts', retry.maxAttempts, 1, MAX_ATTEMPTS),
    minDelayMs: number('retry.minDelayMs', retry.minDelayMs, 0, MAX_DELAY_MS),
    maxDelayMs: number('retry.maxDelayMs', retry.maxDelayMs, 0, MAX_DELAY_MS),
    requestTimeoutMs: number('requestTimeoutMs', options.requestTimeoutMs, 1, MAX_TIMEOUT_MS),
  };
  if (policy.maxAttempts > DEFAULTS.maxAttempts) {
    logger.warn('retry.maxAttempts is above 2: requests may be throttled, and steps billed twice', {
      maxAttempts: policy.maxAttempts,
    });
  }
  if (policy.requestTimeoutMs <= SHORT_TIMEOUT_MS) {
    logger.warn(
      'requestTimeoutMs is 50 s or less: slow steps are sent again and may be throttled',
      {
        requestTimeoutMs: policy.requestTimeoutMs,
      },
    );
  }
  return policy;
}

function number(field: string, given: number | undefined, min: number, max: number): number {
  const name = field.slice(field.indexOf('.') + 1) as keyof typeof DEFAULTS;
  const value = given ?? DEFAULTS[name];
  const whole = name === 'maxAttempts';
  const inRange = typeof value === 'number' && value >= min && value <= max;
  if (inRange && (!whole || Number.isInteger(value))) return value;
  throw new ValidationError('is out of range', {
    field,
    value: given,
    remedy: `Use ${whole ? 'a whole number' : 'milliseconds'} from ${min} to ${max}.`,
  });
}
