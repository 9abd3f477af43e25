/** A value as `--json` prints it, for people who look as well. */
export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A value on one line, as `--ndjson` prints one after the other. */
export const asLine = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** The arguments that ask for JSON, as they stand on a command line before `--`. */
export function jsonAsked(args: readonly string[]): 'json' | 'ndjson' | undefined {
  const end = args.indexOf('--');
  const options = end === -1 ? args : args.slice(0, end);
  if (options.includes('--ndjson')) return 'ndjson';
  return options.includes('--json') ? 'json' : undefined;
}
