import { describe, expect, it, vi } from 'vitest';
import { fakeClock } from '../../../../core/test/support/fake-clock.js';
import type { OpenedSession, Opening } from './open-session.js';
import { Owner } from './owner.js';
import type { SessionError } from './session-error.js';
import { Sessions } from './sessions.js';

const MINUTE = 60_000;
const idle = new AbortController().signal;
const call = (signal = idle) => ({ signal, onEvent: () => {} });

function world({ maxSessions = 2, open = async (_: Opening) => {} } = {}) {
  const clock = fakeClock();
  const ends: string[] = [];
  const errors: unknown[] = [];
  let opened = 0;
  const sessions = new Sessions({
    async open(opening) {
      opened += 1;
      const name = `run-${opened}`;
      await open(opening);
      const end = (status: string) => async () => void ends.push(`${name} ${status}`);
      return {
        nova: { stop: async () => {} } as unknown as OpenedSession['nova'],
        run: { workflowRunId: name, succeed: end('SUCCEEDED'), fail: vi.fn(end('FAILED')) },
      };
    },
    clock,
    maxSessions,
    idleMs: 10 * MINUTE,
    onError: (error) => errors.push(error),
  });
  const use = <T>(
    owner: Owner,
    wanted?: string,
    work: (session: OpenedSession) => Promise<T> = async () => undefined as T,
    signal = idle,
  ) => {
    const session = sessions.find(owner, wanted);
    return sessions.use(owner, session, call(signal), work).then(() => session.id);
  };
  return { clock, sessions, ends, errors, use, opened: () => opened };
}

/** What is thrown, at once or later. */
async function failure(work: () => unknown): Promise<SessionError> {
  try {
    await work();
  } catch (error) {
    return error as SessionError;
  }
  throw new Error('It did not fail.');
}

const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
};

describe('a client with a connection of its own', () => {
  it('goes on in its browser without naming it, and is given another one on its word', async () => {
    const { use, opened } = world();
    const owner = new Owner(true);
    const first = await use(owner);
    expect(await use(owner)).toBe(first);
    const second = await use(owner, 'new');
    expect(second).not.toBe(first);
    expect(await use(owner)).toBe(second);
    expect(await use(owner, first)).toBe(first);
    expect(opened()).toBe(2);
  });

  it('shares one opening between calls that come together, which have their turns in order', async () => {
    const { use, opened } = world();
    const owner = new Owner(true);
    const order: number[] = [];
    await Promise.all([1, 2, 3].map((n) => use(owner, undefined, async () => order.push(n))));
    expect(order).toEqual([1, 2, 3]);
    expect(opened()).toBe(1);
  });

  it('goes back to the browser it had before when one is closed', async () => {
    const { use, sessions } = world();
    const owner = new Owner(true);
    const first = await use(owner);
    await use(owner, 'new');
    await sessions.close(owner, undefined, true);
    expect(await use(owner)).toBe(first);
  });

  it('never gets at the browser of another', async () => {
    const { use } = world();
    const theirs = await use(new Owner(true));
    const error = await failure(() => use(new Owner(true), theirs));
    expect(error).toMatchObject({
      code: 'SESSION_UNKNOWN',
      remedy: expect.not.stringContaining(theirs),
    });
  });
});

describe('clients that share an owner', () => {
  it('each have a browser of their own, until they name one', async () => {
    const { use, opened } = world();
    const anyone = new Owner(false);
    const first = await use(anyone);
    expect(await use(anyone)).not.toBe(first);
    expect(await use(anyone, first)).toBe(first);
    expect(opened()).toBe(2);
  });

  it('have a browser ended that nobody can name, because its first call was taken back', async () => {
    const { use, ends } = world();
    const abort = new AbortController();
    const work = async () => abort.abort(new Error('taken back'));
    await use(
      new Owner(false),
      undefined,
      async () => {
        await work();
        throw new Error('canceled');
      },
      abort.signal,
    ).catch(() => {});
    await settled();
    expect(ends).toEqual(['run-1 FAILED']);
  });
});

describe('the limit', () => {
  it('is told with what is open and is the caller’s own, and holds no longer than they are open', async () => {
    const { use, sessions } = world({ maxSessions: 1 });
    const owner = new Owner(true);
    const id = await use(owner);
    expect(await failure(() => use(owner, 'new'))).toMatchObject({
      code: 'SESSION_LIMIT',
      remedy: expect.stringContaining(id),
    });
    const other = await failure(() => use(new Owner(true)));
    expect(other).toMatchObject({ code: 'SESSION_LIMIT' });
    expect(other.remedy).not.toContain(id);
    await sessions.close(owner, undefined, true);
    await use(new Owner(true));
  });

  it('is not used up by openings that failed', async () => {
    let fails = true;
    const open = async () => {
      if (fails) throw new Error('no browser');
    };
    const { use } = world({ maxSessions: 1, open });
    const owner = new Owner(true);
    expect(await failure(() => use(owner))).toMatchObject({ message: 'no browser' });
    fails = false;
    await use(owner);
  });
});

describe('a browser that is not used', () => {
  it('is closed when its time is over, and its run is FAILED, for nobody said otherwise', async () => {
    const { use, clock, ends } = world();
    const owner = new Owner(true);
    const id = await use(owner);
    clock.advance(9 * MINUTE);
    await use(owner);
    clock.advance(9 * MINUTE);
    await settled();
    expect(ends).toEqual([]);
    clock.advance(MINUTE);
    await settled();
    expect(ends).toEqual(['run-1 FAILED']);
    expect(await failure(() => use(owner, id))).toMatchObject({
      code: 'SESSION_UNKNOWN',
      message: expect.stringContaining('10 minutes'),
    });
  });

  it('is not idle while a call has it, however long', async () => {
    const { use, clock, ends } = world();
    let finish = () => {};
    const working = use(new Owner(true), undefined, () => {
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    await settled();
    clock.advance(60 * MINUTE);
    await settled();
    expect(ends).toEqual([]);
    finish();
    await working;
  });
});

describe('the end of a session', () => {
  it('is SUCCEEDED on its client’s word, or when every act has', async () => {
    const { sessions, ends, use } = world({ maxSessions: 9 });
    const owner = new Owner(true);
    await use(owner);
    expect(await sessions.close(owner, undefined, undefined)).toMatchObject({
      status: 'SUCCEEDED',
    });
    await use(owner);
    sessions.find(owner, undefined).allSucceeded = false;
    expect(await sessions.close(owner, undefined, undefined)).toMatchObject({
      status: 'FAILED',
      workflowRunId: 'run-2',
    });
    await use(owner);
    sessions.find(owner, undefined).allSucceeded = false;
    await sessions.close(owner, undefined, true);
    await use(owner);
    await sessions.close(owner, undefined, false);
    expect(ends).toEqual(['run-1 SUCCEEDED', 'run-2 FAILED', 'run-3 SUCCEEDED', 'run-4 FAILED']);
  });

  it('is FAILED for what a client left that has gone, and only for that', async () => {
    const { sessions, ends, use } = world({ maxSessions: 3 });
    const gone = new Owner(true);
    await use(gone);
    await use(gone, 'new');
    const other = new Owner(true);
    const kept = await use(other);
    await sessions.endAllOf(gone, new Error('The client has gone.'));
    expect(ends.sort()).toEqual(['run-1 FAILED', 'run-2 FAILED']);
    expect(await use(other)).toBe(kept);
  });

  it('takes a browser back that is only just opening', async () => {
    const open = ({ signal }: Opening) =>
      new Promise<void>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    const { sessions, use } = world({ open });
    const using = failure(() => use(new Owner(true)));
    await settled();
    await sessions.endAll(new Error('Enough.'));
    expect(await using).toMatchObject({ message: 'Enough.' });
  });

  it('of all of them lets none be opened after it', async () => {
    const { sessions, use, ends } = world();
    await use(new Owner(true));
    await sessions.endAll(new Error('Enough.'));
    expect(ends).toEqual(['run-1 FAILED']);
    expect(await failure(() => use(new Owner(true)))).toMatchObject({ code: 'SESSION_ENDED' });
  });
});
