import { beforeEach, describe, expect, test } from 'vitest';
import { limits } from '../../limits.js';
import { LiveLog } from './live-log.js';

let nowMs: number;
let log: LiveLog;

beforeEach(() => {
  nowMs = 100_000;
  const signs = { changed() {}, requestEnded() {}, effect() {} };
  log = new LiveLog(signs, () => nowMs);
  log.opened('s', 'socket', 'wss://a.test');
});
const waitsFor = () => log.open(nowMs).map((cause) => cause.label);
const isWaiting = () => waitsFor().length > 0;
const after = (ms: number) => {
  nowMs += ms;
};
const arm = () => log.arm(nowMs);
const hears = (kind = 'answer') => log.received('s', kind, nowMs);
const shows = (isBusy = false) => log.pageChanged(nowMs, isBusy);
const ticks = (kind: string, everyMs: number, count = 4) => {
  for (let n = 0; n < count; n += 1) {
    after(everyMs);
    hears(kind);
  }
};
/** An action that says something and is never answered. */
const askInVain = () => {
  arm();
  log.sent('s', 'ask');
  after(limits.firstMessageMs);
  log.rest();
  after(10_000);
};

describe('what the action says to a socket', () => {
  beforeEach(arm);

  test('may be looked at meanwhile: the document stays', () => {
    log.sent('s', 'ask');
    expect(log.open(nowMs)).toMatchObject([{ isUnsure: true, keepsDocument: true }]);
  });

  test('is waited for until the first message may be late', () => {
    log.sent('s', 'ask');
    after(limits.firstMessageMs - 1);
    expect(waitsFor()).toEqual(['socket message']);
    after(1);
    expect(isWaiting()).toBe(false);
  });

  test('may be answered after a message that changed nothing', () => {
    log.sent('s', 'ask');
    after(10);
    hears('ack');
    after(limits.ackMs - 1);
    expect(isWaiting()).toBe(true);
    after(1);
    expect(isWaiting()).toBe(false);
  });

  test('is answered once a message has changed the page, and for a moment more', () => {
    log.sent('s', 'ask');
    after(400);
    hears();
    shows();
    after(limits.nextMessageMs - 1);
    expect(isWaiting()).toBe(true);
    after(1);
    expect(isWaiting()).toBe(false);
  });

  test('is not answered by what the page shows before', () => {
    log.sent('s', 'ask');
    after(5);
    shows();
    after(5);
    hears('ack');
    log.pageChanged(nowMs - 5, false);
    after(limits.nextMessageMs);
    expect(isWaiting()).toBe(true);
  });

  test('is waited for while pieces come, the longer the more slowly they come', () => {
    log.sent('s', 'ask');
    for (let n = 0; n < 4; n += 1) {
      after(250);
      hears(`piece ${n}`);
      shows();
    }
    after(2 * 250 - 1);
    expect(isWaiting()).toBe(true);
    after(1);
    expect(isWaiting()).toBe(false);
  });

  test('is waited for while the page says that it waits', () => {
    log.sent('s', 'ask');
    after(100);
    hears();
    shows(true);
    after(limits.ackMs - 1);
    expect(isWaiting()).toBe(true);
  });

  test('has no answer that goes on for ever, and that is told', () => {
    log.sent('s', 'ask');
    for (let n = 0; n * 200 < limits.talkMs; n += 1) {
      after(200);
      hears(`piece ${n}`);
      shows();
    }
    expect(isWaiting()).toBe(false);
    expect(log.left(nowMs).map((one) => one.label)).toEqual(['socket message']);
  });

  test('is over when the socket closes', () => {
    log.sent('s', 'ask');
    log.closed('s');
    expect(isWaiting()).toBe(false);
  });

  test('is asked anew by a second message after the first answer', () => {
    log.sent('s', 'ask');
    hears();
    shows();
    after(limits.nextMessageMs);
    log.sent('s', 'ask');
    after(limits.firstMessageMs - 1);
    expect(isWaiting()).toBe(true);
  });

  describe('twice, before there is an answer,', () => {
    const askTwice = () => {
      log.sent('s', 'ask');
      after(50);
      log.sent('s', 'ask');
    };
    const answer = () => {
      hears();
      shows();
    };

    test('is waited for until both are answered', () => {
      askTwice();
      after(10);
      answer();
      after(limits.firstMessageMs - 11);
      expect(isWaiting()).toBe(true);
      answer();
      after(limits.nextMessageMs);
      expect(isWaiting()).toBe(false);
    });

    test('is waited for until the second answer may be late', () => {
      askTwice();
      answer();
      after(limits.firstMessageMs);
      expect(isWaiting()).toBe(false);
    });

    test('is waited for until there is an answer, where twice there was but one', () => {
      const once = () => {
        arm();
        askTwice();
        after(100);
        answer();
        after(limits.nextMessageMs);
      };
      for (let n = 0; n < 2; n += 1) {
        once();
        expect(isWaiting()).toBe(true);
        after(limits.firstMessageMs);
        log.rest();
        after(10_000);
      }
      once();
      expect(isWaiting()).toBe(false);
    });

    test('of two kinds is one question', () => {
      log.sent('s', 'typing');
      log.sent('s', 'ask');
      answer();
      after(limits.nextMessageMs);
      expect(isWaiting()).toBe(false);
    });
  });
});

describe('a tick', () => {
  test('that was coming before the action is no answer', () => {
    ticks('price', 250);
    arm();
    log.sent('s', 'ask');
    ticks('price', 250, 6);
    expect(isWaiting()).toBe(true);
    after(limits.firstMessageMs - 6 * 250);
    expect(isWaiting()).toBe(false);
  });

  test('of half a minute is one, too', () => {
    ticks('beat', 30_000, 3);
    after(29_000);
    arm();
    hears('beat');
    expect(isWaiting()).toBe(false);
  });

  test('that the page sends is no question', () => {
    for (let n = 0; n < 3; n += 1) {
      log.sent('s', 'ping');
      after(5_000);
    }
    arm();
    log.sent('s', 'ping');
    expect(isWaiting()).toBe(false);
    log.sent('s', 'ask');
    expect(isWaiting()).toBe(true);
  });

  test('was the rhythm of an answer that is long over', () => {
    ticks('word', 100);
    after(3_000);
    arm();
    log.sent('s', 'ask');
    after(900);
    hears('word');
    shows();
    after(limits.nextMessageMs - 1);
    expect(isWaiting()).toBe(true);
  });
});

describe('where others talk, each time of something else,', () => {
  beforeEach(() => {
    for (const kind of ['a', 'b', 'c']) ticks(kind, 300, 1);
    arm();
    log.sent('s', 'ask');
  });

  test('a message is an answer once it has changed the page', () => {
    after(500);
    hears('d');
    shows();
    after(limits.nextMessageMs - 1);
    expect(isWaiting()).toBe(true);
    after(1);
    expect(isWaiting()).toBe(false);
  });

  test('a message that changes nothing says nothing', () => {
    after(limits.firstMessageMs - 10);
    hears('d');
    after(10);
    expect(isWaiting()).toBe(false);
  });
});

describe('what nobody asked for', () => {
  beforeEach(arm);

  test('is given the time to show', () => {
    hears('news');
    after(limits.quietMs - 1);
    expect(isWaiting()).toBe(true);
    after(1);
    expect(isWaiting()).toBe(false);
  });
});

describe('a short answer to a request', () => {
  test('that changes nothing may be followed by a message, where one can come', () => {
    arm();
    log.answered('key', 'fetch /ask', nowMs);
    after(limits.ackMs - 1);
    expect(waitsFor()).toEqual(['message after fetch /ask']);
    hears();
    shows();
    after(limits.nextMessageMs - 1);
    expect(waitsFor()).toEqual(['socket message']);
  });

  test('that changes the page is the answer', () => {
    arm();
    log.answered('key', 'fetch /ask', nowMs);
    shows();
    expect(isWaiting()).toBe(false);
  });

  test('is all there is where no connection stands', () => {
    log.closed('s');
    arm();
    log.answered('key', 'fetch /ask', nowMs);
    expect(isWaiting()).toBe(false);
  });

  test('may be followed by the answer to a request that is held', () => {
    log.closed('s');
    log.opened('r', 'held request', '');
    arm();
    log.answered('key', 'fetch /ask', nowMs);
    after(900);
    log.received('r', '5 bits', nowMs);
    log.closed('r');
    shows();
    expect(waitsFor()).toEqual(['held request message']);
  });
});

describe('what was said twice in vain', () => {
  beforeEach(() => {
    askInVain();
    askInVain();
  });

  test('is not waited for again', () => {
    arm();
    log.sent('s', 'ask');
    expect(isWaiting()).toBe(false);
  });

  test('says nothing of what else is said', () => {
    arm();
    log.sent('s', 'another');
    expect(isWaiting()).toBe(true);
  });

  test('is waited for after one answer that came too late', () => {
    arm();
    log.sent('s', 'ask');
    log.rest();
    after(500);
    hears();
    arm();
    log.sent('s', 'ask');
    expect(isWaiting()).toBe(true);
  });

  test('is waited for in a new document', () => {
    log.newDocument();
    arm();
    log.sent('s', 'ask');
    expect(isWaiting()).toBe(true);
  });
});

test('a stream that the action opens is waited for like an answer', () => {
  arm();
  log.opened('e', 'event stream', 'https://a.test/events');
  after(limits.firstMessageMs - 1);
  expect(waitsFor()).toEqual(['event stream message']);
});

test('what a new document opens is given less time', () => {
  arm();
  log.newDocument();
  log.opened('e', 'event stream', 'https://a.test/events');
  after(limits.socketReplyMs - 1);
  expect(isWaiting()).toBe(true);
  after(1);
  expect(isWaiting()).toBe(false);
});
