import { describe, expect, it } from 'vitest';
import {
  ActBadRequestError,
  ActConflictError,
  ActInternalServerError,
  ActServiceUnavailableError,
} from '../errors/index.js';
import { ownOrThrow } from './on-record.js';

const ID = '11111111-1111-4111-8111-111111111111';
const sent = { status: 'SUCCEEDED', id: ID };
const facts = { operation: 'UpdateWorkflowRun', attempts: 2 };
const doubted = { ...facts, mayHaveExecuted: true };

/** `own`, or what was thrown with what it says is on record. */
async function verdict(error: Error, read?: () => Promise<string | undefined>) {
  try {
    await ownOrThrow(error, sent, read);
    return 'own';
  } catch (thrown) {
    expect(thrown).toBe(error);
    return (thrown as ActConflictError).recordedStatus ?? 'unknown';
  }
}

describe('a terminal status that is refused, where the record can be read', () => {
  it.each([ActConflictError, ActBadRequestError])(
    'is one’s own after %o only with a doubtful attempt before, and the status on record',
    async (Refused) => {
      const on = (status: string) => async () => status;
      expect(await verdict(new Refused('no', doubted), on('SUCCEEDED'))).toBe('own');
      expect(await verdict(new Refused('no', doubted), on('TIMED_OUT'))).toBe('TIMED_OUT');
      expect(await verdict(new Refused('no', doubted), on('FAILED'))).toBe('FAILED');
      expect(await verdict(new Refused('no', doubted), on('RUNNING'))).toBe('RUNNING');
      // Somebody else has ended it, with the same status.
      expect(await verdict(new Refused('no', facts), on('SUCCEEDED'))).toBe('SUCCEEDED');
    },
  );

  it('is not one’s own when the record cannot be read, whatever the refusal says; that failure is kept', async () => {
    const denied = new Error('denied');
    const refusal = new ActConflictError(`The run ${ID} is SUCCEEDED`, doubted);
    expect(await verdict(refusal, () => Promise.reject(denied))).toBe('unknown');
    expect(refusal.suppressed).toEqual([denied]);
    expect(await verdict(refusal, async () => undefined)).toBe('unknown');
  });

  it('is looked up as well after an answer that was lost for good', async () => {
    const lost = () => new ActServiceUnavailableError('cut', doubted);
    expect(await verdict(lost(), async () => 'SUCCEEDED')).toBe('own');
    expect(await verdict(lost(), async () => 'RUNNING')).toBe('RUNNING');
  });

  it('is not looked up when it certainly never arrived, or the failure is no answer of the service', async () => {
    const read = () => Promise.reject(new Error('was asked'));
    const never = new ActServiceUnavailableError('refused', facts);
    expect(await verdict(never, read)).toBe('unknown');
    expect(never.suppressed).toBeUndefined();
    const abort = new Error('aborted');
    expect(await verdict(abort, read)).toBe('unknown');
  });
});

describe('a terminal status that is refused, where nothing can be read', () => {
  const says = (message: string, of = doubted) => verdict(new ActBadRequestError(message, of));

  it('is one’s own when the refusal names the run or act, and the status that was sent', async () => {
    expect(await says(`The run ${ID} has ended: it is SUCCEEDED`)).toBe('own');
  });

  it.each([
    [`The run ${ID} has ended: it is TIMED_OUT`, 'TIMED_OUT'],
    [`The run ${ID} has ended: it is FAILED`, 'FAILED'],
    ['The run 22222222-2222-4222-8222-222222222222 has ended: it is SUCCEEDED', 'unknown'],
    ['has ended: it is SUCCEEDED', 'unknown'],
    [`The run ${ID} can be SUCCEEDED or FAILED`, 'unknown'],
    [`The run ${ID} has ended`, 'unknown'],
    [`The run ${ID} is UNSUCCEEDED`, 'unknown'],
  ])('is not when it says "%s"', async (message, on) => {
    expect(await says(message)).toBe(on);
  });

  it('is not without a doubtful attempt before, nor after a failure that is no refusal', async () => {
    const named = `The run ${ID} has ended: it is SUCCEEDED`;
    expect(await says(named, { ...facts, mayHaveExecuted: false })).toBe('SUCCEEDED');
    expect(await verdict(new ActInternalServerError(named, doubted))).toBe('unknown');
  });
});
