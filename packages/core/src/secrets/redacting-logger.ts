import { type Logger, silentLogger } from '../logger.js';
import { redactError } from './redact-error.js';
import { redactValue } from './redact-value.js';

/** The same logger, which is told names in the place of values. */
export function redactingLogger(logger: Logger, redact: (text: string) => string): Logger {
  if (logger === silentLogger) return logger;
  const shown = (value: unknown) =>
    value instanceof Error ? redactError(value, redact) : redactValue(value, redact);
  const at =
    (level: keyof Logger) =>
    (message: string, fields?: Record<string, unknown>): void =>
      logger[level](
        redact(message),
        fields &&
          Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, shown(value)])),
      );
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
