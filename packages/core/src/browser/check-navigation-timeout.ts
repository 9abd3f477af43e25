import { ValidationError } from '../errors/index.js';

/** How long a navigation may take, where it is given. @throws ValidationError that names `field` */
export function checkNavigationTimeout(field: string, value: number | undefined): void {
  if (value === undefined || (Number.isInteger(value) && value >= 1 && value <= 600_000)) return;
  throw new ValidationError('is out of range', {
    field,
    value: String(value),
    remedy: 'Give a whole number of milliseconds from 1 to 600,000.',
  });
}
