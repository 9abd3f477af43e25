import { expect, it } from 'vitest';
import type { Logger } from '../logger.js';
import { logEvents } from './log-events.js';
import { playSample, type SampleOptions } from './sample-act.case.js';

type Entry = [level: string, message: string, fields: Record<string, unknown>];

function entries(options?: SampleOptions): Entry[] {
  const all: Entry[] = [];
  const at =
    (level: string) =>
    (message: string, fields: Record<string, unknown> = {}) =>
      void all.push([level, message, fields]);
  const logger: Logger = {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
  };
  playSample(logEvents(logger), options);
  return all;
}

it('logs sessions and acts at info, steps and calls at debug', () => {
  const told = entries().map(([level, message]) => `${level} ${message}`);
  expect(told.filter((line) => line.startsWith('info'))).toEqual([
    'info Session started',
    'info Act started',
    'info Act finished',
    'info Session stopped',
  ]);
  expect(told).toContain('debug Page observed');
  expect(told).toContain('debug Agent answered');
  expect(told).toContain('debug Call finished');
  expect(told.some((line) => /^(warn|error)/.test(line))).toBe(false);
});

it('says of every entry which run, session and act it is of', () => {
  for (const [, message, fields] of entries()) {
    expect(fields).toMatchObject({ workflowRunId: 'run-1', sessionId: 'session-1' });
    if (!message.startsWith('Session')) expect(fields).toMatchObject({ actId: 'act-1' });
  }
});

it('warns of an act that ended early and says why', () => {
  const [, , fields] = entries({ status: 'TIMED_OUT' }).find(([level]) => level === 'warn') ?? [];
  expect(fields).toMatchObject({
    status: 'TIMED_OUT',
    error: { name: 'ActTimeoutError', code: 'ACT_TIMEOUT' },
  });
});

it('logs no prompt, no typed text, no answer, no picture and no secret of a URL', () => {
  const secret = 'planted-secret';
  const url = `https://u:${secret}@e.com/?sig=${secret}`;
  const all = entries({
    texts: {
      prompt: secret,
      thought: secret,
      typed: secret,
      toolInput: { [secret]: secret },
      toolAnswer: secret,
      response: secret,
      url,
      reason: `fetch ${url}`,
      startingPage: url,
    },
  });
  const shown = JSON.stringify(all);
  expect(shown).not.toContain(secret);
  expect(shown).not.toContain('data:image');
  expect(shown).toContain('REDACTED');
});
