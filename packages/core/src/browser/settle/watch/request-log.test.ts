import { beforeEach, describe, expect, test } from 'vitest';
import { limits } from '../limits.js';
import { RequestLog } from './request-log.js';

let nowMs: number;
let ends: number[];
let shortAnswers: string[];
let log: RequestLog;
let ids: number;

beforeEach(() => {
  nowMs = 1_000;
  ends = [];
  shortAnswers = [];
  ids = 0;
  const signs = {
    changed() {},
    requestEnded: (atMs: number) => void ends.push(atMs),
    answeredShortly: (_key: string, label: string) => void shortAnswers.push(label),
    effect() {},
  };
  log = new RequestLog(
    signs,
    () => nowMs,
    () => 'https://a.test/',
  );
});

const send = (
  path: string,
  {
    initialPriority,
    ...rest
  }: { type?: string; loaderId?: string; frameId?: string; initialPriority?: string } = {},
) => {
  ids += 1;
  const id = `r${ids}`;
  const request = { url: `https://a.test${path}`, method: 'GET', initialPriority };
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

  test('but not a style sheet for another medium', () => {
    send('/print.css', { type: 'Stylesheet', initialPriority: 'VeryLow' });
    expect(open()).toEqual([]);
    send('/screen.css', { type: 'Stylesheet', initialPriority: 'VeryHigh' });
    expect(open()).toEqual(['stylesheet /screen.css']);
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
    log.dataCame('r1');
    nowMs += limits.silentStreamMs;
    expect(open()).toEqual([]);
    expect(log.left(nowMs)).toEqual([]);
  });

  test('that is read may begin late, and what was left in the midst is told', () => {
    const id = send('/x');
    answer(id, '/x');
    log.reading(['https://a.test/x']);
    nowMs += limits.firstMessageMs - 1;
    expect(open()).toEqual(['fetch /x']);
    log.dataCame(id, 10);
    nowMs += limits.silentStreamMs;
    expect(open()).toEqual([]);
    expect(log.left(nowMs).map((cause) => cause.label)).toEqual(['fetch /x']);
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

  test('that the action began is followed for three rounds, and for a while', () => {
    log.arm(nowMs);
    poll();
    poll();
    poll();
    poll();
    send('/poll');
    expect(open()).toEqual(['fetch /poll']);
    nowMs += limits.pollUntilMs;
    send('/poll');
    expect(open()).toHaveLength(1);
  });

  test('that the action began is followed for longer where it is the answers that take their time', () => {
    log.arm(nowMs);
    for (let n = 0; n < 5; n += 1) {
      const id = send('/poll');
      expect(open()).toHaveLength(1);
      nowMs += limits.pollUntilMs / 2;
      log.ended(id);
      nowMs += limits.pollUntilMs / 6;
    }
    const last = send('/poll');
    expect(open()).toEqual(['fetch /poll']);
    nowMs += 20;
    log.ended(last);
    nowMs += limits.pollUntilMs;
    send('/poll');
    expect(open()).toEqual([]);
  });

  test('that the action began is followed for longer where the page is late with all that it does', () => {
    log.arm(nowMs);
    for (let n = 0; n < 4; n += 1) poll();
    nowMs += limits.pollUntilMs;
    log.looked(nowMs, { counted: [], unattended: [], lateMs: limits.pollUntilMs });
    poll();
    expect(open()).toEqual([]);
    const id = send('/poll');
    expect(open()).toEqual(['fetch /poll']);
    log.ended(id);
    log.arm(nowMs);
    for (let n = 0; n < 4; n += 1) poll();
    nowMs += limits.pollUntilMs;
    send('/poll');
    expect(open()).toEqual([]);
  });

  test('is not what asks for one page after the other, but for those without an end', () => {
    log.arm(nowMs);
    for (let page = 0; page < limits.pagesOfOneAnswer; page += 1) {
      const id = send(`/items?page=${page}`);
      expect(open()).toHaveLength(1);
      nowMs += 100;
      log.ended(id);
      nowMs += 100;
    }
    send('/items?page=99');
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

describe('a request that was held since before the action', () => {
  const held = () => {
    const id = send('/poll');
    nowMs += limits.heldPollMs + 1;
    log.arm(nowMs);
    return id;
  };

  test('may bring the answer, until its server ends it', () => {
    const id = held();
    expect(log.isHeld(id)).toBe(true);
    log.ended(id);
    expect(log.isHeld(id)).toBe(false);
  });

  test('is not one whose body nobody reads', () => {
    const id = send('/x');
    answer(id, '/x');
    nowMs += limits.heldPollMs + 1;
    log.arm(nowMs);
    expect(log.isHeld(id)).toBe(false);
  });

  test('is a stream of events by fetch, too', () => {
    const id = send('/x');
    answer(id, '/x', 'text/event-stream');
    nowMs += limits.heldPollMs + 1;
    log.arm(nowMs);
    expect(log.isHeld(id)).toBe(true);
  });

  test('is not waited for when it begins anew', () => {
    log.ended(held());
    nowMs += 10;
    send('/poll');
    expect(open()).toEqual([]);
    send('/other');
    expect(open()).toEqual(['fetch /other']);
  });

  test('is another when it begins some time later', () => {
    log.ended(held());
    nowMs += limits.restartMs;
    send('/poll');
    expect(open()).toEqual(['fetch /poll']);
  });
});

test('a short answer is told with what was asked, a long one is not', () => {
  log.arm(nowMs);
  const short = send('/short');
  answer(short, '/short');
  log.ended(short);
  const long = send('/long');
  answer(long, '/long');
  log.dataCame(long, limits.ackBytes + 1);
  log.ended(long);
  expect(shortAnswers).toEqual(['fetch /short']);
});

describe('what is sent to be counted', () => {
  const counted = (url: string) => ({ counted: [url], unattended: [], lateMs: 0 });
  const unattended = (url: string) => ({ counted: [], unattended: [url], lateMs: 0 });
  beforeEach(() => log.arm(nowMs));

  test('is looked for in the page before it is waited for', () => {
    send('/x');
    expect(log.open(nowMs)).toMatchObject([{ isUnsure: true }]);
    log.looked(nowMs + 1, { counted: [], unattended: [], lateMs: 0 });
    expect(log.open(nowMs)[0]?.isUnsure).toBeUndefined();
  });

  test('is given a moment for an answer, of which nothing more is awaited', () => {
    const id = send('/log');
    log.looked(nowMs + 1, counted('https://a.test/log'));
    nowMs += limits.countedMs - 1;
    expect(open()).toEqual(['fetch /log']);
    nowMs += 1;
    expect(open()).toEqual([]);
    log.ended(id);
    expect(ends).toEqual([]);
  });

  test('is not waited for where it is an image that nobody waits for', () => {
    send('/pixel', { type: 'Image' });
    send('/photo', { type: 'Image' });
    log.looked(nowMs + 1, unattended('https://a.test/pixel'));
    expect(open()).toEqual(['image /photo']);
  });

  test.each([
    ['a tiny image', 'Image', 43, 200],
    ['an answer without content', 'XHR', 0, 204],
  ])('or is answered by %s brings nothing more', (_what, type, bytes, status) => {
    const id = send('/x', { type });
    log.responded(id, { mimeType: 'image/gif', url: 'https://a.test/x', status });
    log.dataCame(id, bytes);
    log.ended(id);
    expect(ends).toEqual([]);
  });

  test('or is not read brings nothing more, and one that turns out to be read does', () => {
    log.reading([]);
    const id = send('/x');
    answer(id, '/x');
    log.ended(id);
    expect(ends).toEqual([]);
    log.reading(['https://a.test/x']);
    expect(ends).toEqual([nowMs]);
  });
});
