import { ValidationError } from '../../errors/index.js';
import { isHeaderValue } from '../headers/header-text.js';

/** @throws ValidationError for what no request can be sent with */
export function checkUserAgent(userAgent: unknown): void {
  if (userAgent === undefined || (isHeaderValue(userAgent) && userAgent.trim() !== '')) return;
  throw new ValidationError('is not a user agent', {
    field: 'userAgent',
    value: userAgent,
    remedy: 'Give one line of text in Latin-1, or leave it out for the browser’s own.',
  });
}
