/** The endpoint could not be asked, or gave no answer that is one. What a model answers badly is no error: see `throw`. */
export class OpenAiModelError extends Error {
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
