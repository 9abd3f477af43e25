import { StorageError } from './storage-error.js';

const remedies: readonly (readonly [RegExp, string])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'Free some space on that disk.'],
  [/^(SQLITE_READONLY|SQLITE_CANTOPEN|EROFS|EACCES|EPERM)/, 'Make it writable for this user.'],
  [
    /^(SQLITE_CORRUPT|SQLITE_NOTADB)/,
    'Use another folder; sqlite3 with .recover may save what was in this one.',
  ],
  [/^(SQLITE_BUSY|SQLITE_LOCKED)/, 'Another program is at it: end that.'],
  [/^(EMFILE|ENFILE)/, 'Too many files are open.'],
];

/** A failure of SQLite or of the disk as an error that names the file; any other error as it is. */
export function storageFailure(error: unknown, file: string, done: 'written' | 'read'): unknown {
  const code = codeOf(error);
  if (code === undefined || error instanceof StorageError) return error;
  const said = (error as Error).message.includes(code)
    ? (error as Error).message
    : `${(error as Error).message} (${code})`;
  const remedy = remedies.find(([codes]) => codes.test(code))?.[1] ?? 'Look after that disk.';
  return new StorageError(`${file} can't be ${done}: ${said}. ${remedy}`, file, {
    cause: error,
  });
}

/** Does work on a file, and names the file when it fails. */
export function onStorage<T>(file: string, done: 'written' | 'read', work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storageFailure(error, file, done);
  }
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
