import { beforeEach, expect, test } from 'vitest';
import { limits } from './limits.js';
import { SocketLog } from './socket-log.js';

let nowMs: number;
let log: SocketLog;

beforeEach(() => {
  nowMs = 10_000;
  log = new SocketLog({ changed() {}, requestEnded() {}, effect() {} }, () => nowMs);
});
const isWaiting = () => log.open(nowMs).length === 1;

test('a message is waited for until one comes back', () => {
  log.arm(nowMs);
  log.sent('s');
  expect(isWaiting()).toBe(true);
  log.received('s');
  expect(isWaiting()).toBe(false);
});

test('a message that is not answered is waited for to the limit', () => {
  log.arm(nowMs);
  log.sent('s');
  nowMs += limits.socketReplyMs;
  expect(isWaiting()).toBe(false);
});

test('a socket that closes has answered', () => {
  log.arm(nowMs);
  log.sent('s');
  log.closed('s');
  expect(isWaiting()).toBe(false);
});

test('a socket on which the page chats by itself is not asked for answers', () => {
  for (let n = 0; n < 3; n += 1) {
    log.sent('s');
    nowMs += 200;
  }
  log.arm(nowMs);
  log.sent('s');
  expect(isWaiting()).toBe(false);
});

test('a heartbeat is no chat', () => {
  for (let n = 0; n < 5; n += 1) {
    log.sent('s');
    nowMs += 30_000;
  }
  log.arm(nowMs);
  log.sent('s');
  expect(isWaiting()).toBe(true);
});
