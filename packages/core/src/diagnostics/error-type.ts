/** What kind of error it is, in one of few words, as telemetry asks: its code, or its name. */
export function errorTypeOf(thrown: unknown): string {
  const { code, name } = (thrown ?? {}) as { code?: unknown; name?: unknown };
  if (typeof code === 'string') return code;
  return typeof name === 'string' ? name : '_OTHER';
}
