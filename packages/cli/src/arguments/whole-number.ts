import { UsageError } from './usage-error.js';

/** @throws UsageError that names the argument and its limits */
export function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d{1,15}$/.test(text) && value >= least && value <= most) return value;
  throw new UsageError(
    `--${name} must be a whole number from ${least} to ${most}, is ${JSON.stringify(text)}`,
  );
}
