import { describe, expect, it } from 'vitest';
import {
  ActApproveCanceledError,
  ActCanceledError,
  ActTimeoutError,
  isAbortError,
  StartFailedError,
  WorkflowCanceledError,
} from './index.js';

const reason = AbortSignal.abort().reason;
const round = new Error('round');
round.cause = round;

describe('isAbortError', () => {
  it.each([
    ['an act that was canceled', new ActCanceledError('x', { cause: 'mine' })],
    ['a workflow that was canceled', new WorkflowCanceledError('x', { cause: 'mine' })],
    ['the reason of an AbortController', reason],
    ['what the platform makes of one', Object.assign(new Error('x'), { name: 'AbortError' })],
    ['a start that an abort has ended', new StartFailedError('x', { cause: reason })],
    ['an error of another copy', { code: 'ACT_CANCELED' }],
  ])('is true of %s', (_, error) => {
    expect(isAbortError(error)).toBe(true);
  });

  it.each([
    ['a person who said no', new ActApproveCanceledError('x')],
    ['a deadline of its own', new ActTimeoutError('x')],
    ['any other error', new Error('aborted')],
    ['nothing', undefined],
    ['causes that go round', round],
  ])('is false of %s', (_, error) => {
    expect(isAbortError(error)).toBe(false);
  });
});
