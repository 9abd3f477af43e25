import type { Logger } from './logger.js';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * One line of JSON on standard error for each entry at `level` or above. Standard output stays the
 * program's own, so that its answers can be piped.
 */
export function stderrLogger(
  level: LogLevel,
  write: (line: string) => void = (line) => void process.stderr.write(line),
): Logger {
  const least = LOG_LEVELS.indexOf(level);
  const at = (own: LogLevel) => {
    if (LOG_LEVELS.indexOf(own) < least) return () => {};
    return (message: string, fields?: Record<string, unknown>) =>
      write(`${line({ time: new Date().toISOString(), level: own, message, ...fields })}\n`);
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function line(entry: Record<string, unknown>): string {
  try {
    return JSON.stringify(entry);
  } catch {
    // A circular field or a BigInt must not turn a log entry into a failure of the program.
    const { time, level, message } = entry;
    return JSON.stringify({ time, level, message, fields: 'cannot be written as JSON' });
  }
}
