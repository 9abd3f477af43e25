import { beforeEach, describe, expect, test } from 'vitest';
import { limits } from './limits.js';
import { RequestLog } from './request-log.js';

let nowMs: number;
let ends: number[];
let log: RequestLog;
let ids: number;

beforeEach(() => {
  nowMs = 1_000;
  ends = [];
  ids = 0;
  const signs = { changed() {}, requestEnded: (atMs: number) => void ends.push(atMs), effect() {} };
  log = new RequestLog(
    signs,
    () => nowMs,
    () => 'https://a.test/',
  );
});

const send = (path: string, rest: { type?: string; loaderId?: string; frameId?: string } = {}) => {
  ids += 1;
  const id = `r${ids}`;
  const request = { url: `https://a.test${path}`, method: 'GET' };
  log.sent(id, { request, type: 'Fetch', loaderId: 'l', ...rest });
  return id;
};
const answer = (id: string, path: string, mimeType = 'text/plain') =>
  log.responded(id, { mimeType, url: `https://a.test${path}` });
const open = () => log.open(nowMs).map((cause) => cause.label);

describe('a request is a cause', () => {
  beforeEach(() => log.arm(nowMs));

  test('from its start to its end', () => {
    const id = send('/x');
    expect(open()).toEqual(['fetch /x']);
    log.ended(id);
    expect(open()).toEqual([]);
  });

  test('through its redirects, from the first start', () => {
    log.sent('r', { request: { url: 'https://a.test/x', method: 'GET' }, type: 'Fetch' });
    nowMs += 100;
    log.sent('r', { request: { url: 'https://a.test/y', method: 'GET' }, type: 'Fetch' });
    expect(log.open(nowMs)).toMatchObject([{ label: 'fetch /x', startedAtMs: 1_000 }]);
  });

  test.each(['WebSocket', 'EventSource', 'Ping', 'Media', 'Preflight', 'Other', 'Manifest'])(
    'but not of type %s',
    (type) => {
      send('/x', { type });
      expect(open()).toEqual([]);
    },
  );

  test('but not a worker’s own script, whose end is reported elsewhere', () => {
    send('/worker.js', { type: 'Script', loaderId: '' });
    expect(open()).toEqual([]);
  });

  test('no longer than the limit without an answer, and not again from that place', () => {
    send('/hang');
    nowMs += limits.stalledRequestMs;
    expect(open()).toEqual([]);
    log.arm(nowMs);
    send('/hang');
    expect(open()).toEqual([]);
  });

  test('again from a place that was slow once, but did get its answer', () => {
    const id = send('/slow');
    nowMs += limits.stalledRequestMs;
    expect(open()).toEqual([]);
    nowMs += 500;
    log.ended(id);
    log.arm(nowMs);
    send('/slow');
    expect(open()).toEqual(['fetch /slow']);
  });

  test('and its frame’s move to another process ends that of its document', () => {
    send('/frame', { type: 'Document', frameId: 'f' });
    log.frameMoved('f');
    expect(open()).toEqual([]);
  });

  test('and a multipart stream is not, once it is known as one', () => {
    const id = send('/camera');
    answer(id, '/camera', 'multipart/x-mixed-replace');
    expect(open()).toEqual([]);
  });
});

describe('an answer', () => {
  beforeEach(() => log.arm(nowMs));

  test('that nobody reads is over after a short silence, where reads are not known', () => {
    answer(send('/x'), '/x');
    nowMs += limits.silentBodyMs - 1;
    expect(open()).toEqual(['fetch /x']);
    nowMs += 1;
    expect(open()).toEqual([]);
  });

  test('that nobody reads is over although data comes, where reads are known', () => {
    const id = send('/x');
    answer(id, '/x');
    log.reading([]);
    nowMs += limits.silentBodyMs;
    log.dataCame(id);
    expect(open()).toEqual([]);
  });

  test('that the page reads is waited for through its pauses, also when that is known late', () => {
    answer(send('/x'), '/x');
    nowMs += limits.silentBodyMs;
    expect(open()).toEqual([]);
    log.reading(['https://a.test/x']);
    expect(open()).toEqual(['fetch /x']);
    nowMs += limits.silentStreamMs;
    expect(open()).toEqual([]);
  });

  test('of an XMLHttpRequest is always read', () => {
    answer(send('/x', { type: 'XHR' }), '/x');
    nowMs += limits.silentBodyMs;
    expect(open()).toEqual(['xhr /x']);
  });

  test('ends when its last data came, however late the end is reported', () => {
    const id = send('/x');
    answer(id, '/x');
    nowMs += 50;
    log.ended(id);
    expect(ends).toEqual([1_000]);
  });
});

describe('a poll', () => {
  const poll = () => {
    const id = send('/poll');
    nowMs += 20;
    log.ended(id);
    nowMs += 200;
  };

  test('that ran before the action is background', () => {
    log.rest();
    poll();
    poll();
    log.arm(nowMs);
    send('/poll');
    expect(open()).toEqual([]);
  });

  test('that ran before the action and stopped is followed: it may be what the last action did', () => {
    log.rest();
    poll();
    poll();
    nowMs += 5_000;
    log.arm(nowMs);
    send('/poll');
    expect(open()).toEqual(['fetch /poll']);
  });

  test('that ran before the action once only is followed: it may be what the last action did', () => {
    log.rest();
    poll();
    log.arm(nowMs);
    send('/poll');
    expect(open()).toEqual(['fetch /poll']);
  });

  test('that the action began is followed for three rounds', () => {
    log.arm(nowMs);
    poll();
    poll();
    poll();
    send('/poll');
    expect(open()).toEqual([]);
  });

  test('is not what asks for one thing after the other without a pause', () => {
    log.arm(nowMs);
    for (let n = 0; n < 10; n += 1) {
      const id = send(`/rows?page=${n}`);
      nowMs += 20;
      log.ended(id);
      nowMs += 2;
    }
    send('/rows?page=10');
    expect(open()).toEqual(['fetch /rows']);
  });

  test('is not what asks for many things at a time', () => {
    log.arm(nowMs);
    for (let n = 0; n < 10; n += 1) send(`/rows?page=${n}`);
    expect(open()).toHaveLength(10);
  });
});
