import { describe, expect, it, vi } from 'vitest';
import { guardedLogger, type Logger, silentLogger } from './logger.js';

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;

function loggerOf(log: (...args: unknown[]) => unknown): Logger {
  return { debug: log, info: log, warn: log, error: log } as Logger;
}

describe('a guarded logger', () => {
  it('is told what it is told, with itself as `this`', () => {
    class Own {
      lines: unknown[][] = [];
      debug(...args: unknown[]) {
        this.lines.push(args);
      }
      info = this.debug;
      warn = this.debug;
      error = this.debug;
    }
    const own = new Own();
    for (const level of LEVELS) guardedLogger(own)[level](level, { field: 1 });
    expect(own.lines).toEqual(LEVELS.map((level) => [level, { field: 1 }]));
  });

  it('gives nothing back of one that throws, rejects or hangs', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const logs = [
      () => {
        throw new Error('full');
      },
      () => Promise.reject(new Error('full')),
      () => new Promise(() => {}),
      // biome-ignore lint/suspicious/noThenProperty: what a foreign promise may be like
      () => ({ then: (_: unknown, reject: (error: Error) => void) => reject(new Error('full')) }),
    ];
    for (const log of logs) {
      for (const level of LEVELS) expect(guardedLogger(loggerOf(log))[level]('x')).toBe(undefined);
    }
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('is one for each logger, and the silent one stays what it is', () => {
    const logger = loggerOf(() => {});
    expect(guardedLogger(logger)).toBe(guardedLogger(logger));
    expect(guardedLogger(guardedLogger(logger))).toBe(guardedLogger(logger));
    expect(guardedLogger(silentLogger)).toBe(silentLogger);
  });
});
