/** The endpoint could not be asked, or gave no answer that is one. What a model answers badly is no error: see `throw`. */
export class OpenAiModelError extends Error {
  /**
   * Always `OpenAiModelError`: tells it from other errors where `instanceof` can't, as between two copies of the
   * package.
   */
  override readonly name = 'OpenAiModelError';

  constructor(
    message: string,
    /** The HTTP status of the last answer, when there was one. */
    readonly status?: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
