import { ValidationError } from '../../errors/index.js';

/** Below this a number of seconds is meant: as milliseconds it would be before 1973. */
const SECONDS_BELOW = 100_000_000_000;

/** A Date, a text, or seconds or milliseconds since 1970; undefined and null are none. @throws ValidationError */
export function readExpiration(given: unknown): Date | undefined {
  if (given === undefined || given === null) return undefined;
  const date = dateOf(given);
  if (date && Number.isFinite(date.getTime())) return date;
  throw new ValidationError('is not a moment in time', {
    field: 'credentials.expiration',
    value: given,
    remedy:
      'Pass a Date, a text such as 2026-01-31T12:00:00Z, or seconds or milliseconds since 1970.',
  });
}

function dateOf(given: unknown): Date | undefined {
  // A Date of another realm (a test runner's, a worker's) is one as well.
  if (Object.prototype.toString.call(given) === '[object Date]') {
    return new Date((given as Date).getTime());
  }
  if (typeof given === 'number') return ofEpoch(given);
  if (typeof given !== 'string') return undefined;
  const text = given.trim();
  return /^\d+(\.\d+)?$/.test(text) ? ofEpoch(Number(text)) : new Date(text);
}

function ofEpoch(value: number): Date | undefined {
  if (!(value > 0)) return undefined;
  return new Date(value < SECONDS_BELOW ? value * 1_000 : value);
}
