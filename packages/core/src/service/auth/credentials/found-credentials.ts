import { AuthError, ValidationError } from '../../../errors/index.js';
import type { FoundCredentials } from '../aws-credentials.js';
import { readExpiration } from '../read-expiration.js';

/**
 * What a user gave as credentials, checked and with its end as a Date.
 * @throws ValidationError that names the member, never showing a key; AuthError where keys are missing.
 */
export function checkFound(given: unknown, who: string): FoundCredentials {
  const members = (given ?? {}) as Record<string, unknown>;
  const { accessKeyId, secretAccessKey } = members;
  if (!isText(accessKeyId) || !isText(secretAccessKey)) {
    throw new AuthError(`${who} gave no accessKeyId and secretAccessKey`);
  }
  const sessionToken = members['sessionToken'] ?? undefined;
  if (sessionToken !== undefined && typeof sessionToken !== 'string') {
    throw new ValidationError('is not a text', {
      field: 'credentials.sessionToken',
      remedy: 'Pass the token as a text, or leave it out.',
    });
  }
  for (const [name, value] of Object.entries({ accessKeyId, secretAccessKey, sessionToken })) {
    if (value === undefined || value.trim() === value) continue;
    throw new ValidationError('begins or ends with white space', {
      field: `credentials.${name}`,
      remedy: 'Trim it: a line end of a file is often left on.',
    });
  }
  const expiration = readExpiration(members['expiration']);
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken ? { sessionToken } : {}),
    ...(expiration ? { expiration } : {}),
  };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
