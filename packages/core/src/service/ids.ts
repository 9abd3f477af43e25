import { ValidationError } from '../errors/index.js';

/** Ids go into paths of requests: one that could change a path is not taken. */
const ID = /^[A-Za-z0-9_-]{1,128}$/;

export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

/** As it goes into a path: `..` there would be a request for something else. @throws ValidationError */
export function idInPath(value: unknown, field: string): string {
  if (isId(value)) return value;
  throw new ValidationError('is not an id of the service', {
    field,
    value,
    remedy: 'Pass it as the service gave it: a UUID.',
  });
}
