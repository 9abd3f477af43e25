/**
 * Where the library speaks, and only if it is given one or `NOVA_ACT_LOG_LEVEL` is set. `console`,
 * pino, winston and others fit as they are.
 */
export interface Logger {
  /** What is of interest when something is looked for: looks at pages, steps, requests. */
  debug(message: string, fields?: Record<string, unknown>): void;
  /** What happens: sessions and acts that begin and end, downloads. */
  info(message: string, fields?: Record<string, unknown>): void;
  /** What should be looked at, and fails nothing: a model on its way out, a variable that cannot be read. */
  warn(message: string, fields?: Record<string, unknown>): void;
  /** What failed. */
  error(message: string, fields?: Record<string, unknown>): void;
}

/** Says nothing: what is used where no logger is given and `NOVA_ACT_LOG_LEVEL` is not set. */
export const silentLogger: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
};

const guarded = new WeakMap<Logger, Logger>([[silentLogger, silentLogger]]);

/**
 * The same logger, of which nothing comes back: one that throws or rejects must not fail, or end the
 * process of, what it is told of. The same for the same.
 */
export function guardedLogger(logger: Logger): Logger {
  const known = guarded.get(logger);
  if (known) return known;
  const at =
    (level: keyof Logger) =>
    (message: string, fields?: Record<string, unknown>): void => {
      try {
        const returned: unknown = logger[level](message, fields);
        // Nobody waits for one that is async.
        Promise.resolve(returned).catch(() => undefined);
      } catch {
        // There is nobody else to tell it to.
      }
    };
  const safe = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  guarded.set(logger, safe);
  guarded.set(safe, safe);
  return safe;
}
