/** Why a source gave nothing, as it is told to users; thrown by sources, made an AuthError by `askSource`. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  /** Another try may go better. */
  readonly transient: boolean;

  constructor(message: string, options: ErrorOptions & { transient?: boolean } = {}) {
    super(message, options);
    this.transient = options.transient ?? false;
  }
}
