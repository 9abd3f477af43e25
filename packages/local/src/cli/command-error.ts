/** The command of `exec` cannot be started; thrown before it has done anything. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  /** As shells and `env` have it: 127 for one that does not exist, 126 for one that cannot be run. */
  readonly exitCode: 126 | 127;

  constructor(command: string, cause: NodeJS.ErrnoException) {
    const isAbsent = cause.code === 'ENOENT';
    const why = isAbsent
      ? `there is no command ${command}`
      : `${command} cannot be run (${cause.code})`;
    super(`exec: ${why}`, { cause });
    this.exitCode = isAbsent ? 127 : 126;
  }
}
