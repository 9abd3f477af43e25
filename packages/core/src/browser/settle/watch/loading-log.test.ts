import { beforeEach, expect, test } from 'vitest';
import { limits } from '../limits.js';
import { LoadingLog } from './loading-log.js';

let nowMs: number;
let log: LoadingLog;
const open = () => log.open(nowMs).map((cause) => cause.label);

beforeEach(() => {
  nowMs = 0;
  log = new LoadingLog({ changed() {}, requestEnded() {}, effect() {} }, () => nowMs);
});

test('frames are waited for from the start of a load to its end', () => {
  log.arm();
  log.started('main', true);
  log.started('child', false);
  expect(open()).toEqual(['page load', 'frame load']);
  log.stopped('main');
  expect(open()).toEqual(['frame load']);
});

test('a load that began before the action is not waited for', () => {
  log.started('main', true);
  log.arm();
  expect(open()).toEqual([]);
});

test('a load that does not end is left to itself', () => {
  log.arm();
  log.started('main', true);
  nowMs += limits.stalledRequestMs;
  expect(open()).toEqual([]);
});

test('a frame that moves to another process is waited for until it should have been found', () => {
  log.arm();
  log.started('child', false);
  log.moved('child');
  nowMs += limits.frameSwapMs - 1;
  expect(open()).toEqual(['frame load']);
  nowMs += 1;
  expect(open()).toEqual([]);
});

test('a window that the page opens is waited for until it is there', () => {
  log.arm();
  log.windowOpens();
  expect(open()).toEqual(['new window']);
  log.windowOpened();
  expect(open()).toEqual([]);
});
