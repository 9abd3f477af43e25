import { ValidationError } from '../../errors/index.js';
import type { StorageState } from './browser-session.js';

/** Reads a saved state. @throws ValidationError that names where it came from and shows none of it */
export function parseStorageState(text: string, from: string): StorageState {
  const fault = () =>
    new ValidationError('holds no saved browser session', {
      field: 'browserSession',
      value: from,
      remedy: 'Delete it to begin a new one, or name another.',
    });
  let state: unknown;
  try {
    state = JSON.parse(text);
  } catch {
    // JSON's own message quotes the text, which holds cookies.
    throw fault();
  }
  const { cookies, origins } = (state ?? {}) as Partial<StorageState>;
  if (!Array.isArray(cookies) || !Array.isArray(origins)) throw fault();
  return state as StorageState;
}
