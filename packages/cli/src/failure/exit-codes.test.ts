import {
  ActAccessDeniedError,
  ActAgentFailedError,
  ActBrowserCrashedError,
  ActCanceledError,
  ActRequestThrottledError,
  AuthError,
  NotStartedError,
  ShutdownError,
  StartFailedError,
  ValidationError,
  WorkflowCanceledError,
} from '@nova-act/core';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../arguments/usage-error.js';
import { FailedInRunError } from './failed-in-run.js';
import { NotFoundError } from './not-found-error.js';
import { toldError } from './told-error.js';

const invalid = new ValidationError('is wrong', { field: 'screen', remedy: 'Mend it.' });
const facts = { operation: 'CreateAct', requestId: 'req-1' };
const canceled = (cause: Error) => new WorkflowCanceledError('over', { cause });

describe('the exit code of', () => {
  it.each([
    ['what nobody foresaw', new Error('x'), 1],
    ['a use of the library that is wrong', new NotStartedError('x'), 1],
    ['wrong arguments', new UsageError('x'), 2],
    ['an option that cannot be used', invalid, 2],
    ['no credentials', new AuthError('x'), 3],
    ['what is not allowed', new ActAccessDeniedError('x', facts), 3],
    ['what is not there', new NotFoundError('x', 'y'), 4],
    ['an act that failed', new ActAgentFailedError('x'), 5],
    ['a throttle', new ActRequestThrottledError('x', facts), 6],
    ['a browser that crashed', new ActBrowserCrashedError('x'), 7],
    ['a start that failed, by its reason', new StartFailedError('x', { cause: invalid }), 2],
    ['an abort', new ActCanceledError('x'), 130],
    ['Ctrl-C', canceled(new ShutdownError('SIGINT')), 130],
    ['SIGTERM', canceled(new ShutdownError('SIGTERM')), 143],
    ['a terminal that is gone', canceled(new ShutdownError('SIGHUP')), 129],
  ])('%s', (_, error, code) => {
    expect(toldError(error).exitCode).toBe(code);
  });
});

it('a failure is told with its code, its remedy and what support asks for', () => {
  expect(toldError(new ActAccessDeniedError('No.', facts))).toEqual({
    code: 'ACT_ACCESS_DENIED',
    message: 'No.',
    remedy: expect.stringContaining('iam-policy'),
    exitCode: 3,
    requestId: 'req-1',
  });
});

it('has its remedy once, and nothing that a terminal would obey', () => {
  expect(toldError(invalid)).not.toHaveProperty('remedy');
  expect(toldError(new Error('\u001b[31mred')).message).toBe('red');
});

it('is told with the run that it happened in, also where the error itself says none', () => {
  const place = { workflowRunId: 'run-1', sessionId: 'session-1' };
  expect(toldError(new FailedInRunError(canceled(new ShutdownError('SIGTERM')), place))).toEqual({
    code: 'CANCELED',
    message: 'Canceled',
    exitCode: 143,
    ...place,
  });
});
