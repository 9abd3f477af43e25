import { ValidationError } from '../../errors/index.js';
import type { BrowserSession, RestoreOptions, SavedKind } from './browser-session.js';

export const SAVED_KINDS: readonly SavedKind[] = ['cookies', 'localStorage', 'indexedDB'];

/** The names of `RestoreOptions`, for those who take them among others. */
export const RESTORE_OPTION_NAMES = { restore: true, replaceCookies: true } as const;

/** @throws ValidationError */
export function checkRestoreOptions({ restore, replaceCookies }: RestoreOptions, at = ''): void {
  const chosen = restore === undefined || Array.isArray(restore) ? restore : [restore];
  const strange = chosen?.find((kind) => !SAVED_KINDS.includes(kind));
  if (strange !== undefined || chosen?.length === 0) {
    throw new ValidationError('is not what can be restored', {
      field: `${at}restore`,
      value: restore,
      remedy:
        (strange as unknown) === 'sessionStorage'
          ? 'Leave sessionStorage out: it is a tab’s own and ends with it.'
          : `Give some of ${SAVED_KINDS.join(', ')}.`,
    });
  }
  if (replaceCookies === undefined || typeof replaceCookies === 'boolean') return;
  throw new ValidationError('is neither true nor false', {
    field: `${at}replaceCookies`,
    value: replaceCookies,
    remedy: 'Leave it out, so that no cookie is replaced.',
  });
}

/** @throws ValidationError */
export function checkBrowserSession(session: BrowserSession | undefined): void {
  if (session === undefined) return;
  const { load, save, update } = (session ?? {}) as Partial<BrowserSession>;
  const isOne = typeof load === 'function' && typeof save === 'function';
  if (!isOne || (update !== undefined && typeof update !== 'function')) {
    throw new ValidationError('is no browser session', {
      field: 'browserSession',
      remedy:
        "Pass new LocalFileBrowserSession('./session.json'), or an object with load and save.",
    });
  }
  checkRestoreOptions(session, 'browserSession.');
}
