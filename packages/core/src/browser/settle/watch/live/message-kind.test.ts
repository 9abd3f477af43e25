import { expect, test } from 'vitest';
import { messageKind } from './message-kind.js';

test.each([
  ['numbers in a text', 'price 181.25', 'price 79.9'],
  [
    'numbers and texts in an object of one type',
    '{"type":"price","of":"A","p":1}',
    '{"type":"price","of":"B","p":2.5}',
  ],
  ['the order of members', '{"a":1,"type":"x"}', '{"type":"x","a":2}'],
  [
    'references in the frames of Phoenix',
    '["4","7","lv:a","phx_reply",{}]',
    '["4","18","lv:a","phx_reply",{}]',
  ],
  ['numbers before the JSON of Socket.IO', '42["price",1]', '42["price",7]'],
  ['content behind a command', 'say [[50,"a"]]', 'say [[1200,"b"]]'],
  [
    'content behind a name space of Socket.IO',
    '42/chat,["said",{"a":"x"}]',
    '42/chat,["said",{"a":"y"}]',
  ],
  ['the separator behind the JSON of SignalR', '{"type":6}\u001e', '{"type":6}\u001e'],
])('messages that differ in %s are of one kind', (_what, one, other) => {
  expect(messageKind(one)).toBe(messageKind(other));
});

test.each([
  ['type', '{"type":"ping"}', '{"type":"answer"}'],
  ['shape', '{"p":1}', '{"p":1,"text":"a"}'],
  ['event in an array', '[null,"7","phoenix","phx_reply",{}]', '[null,"7","lv:a","diff",{}]'],
  ['event of Socket.IO', '42["price",1]', '42["answer",1]'],
  [
    'depth of their members',
    '["4","7","lv:a","phx_reply",{"response":{}}]',
    '["4","7","lv:a","phx_reply",{"response":{"diff":{}}}]',
  ],
  ['words', 'Hello', 'world'],
  ['command', 'say {"a":1}', 'ask {"a":1}'],
])('messages of another %s are of another kind', (_what, one, other) => {
  expect(messageKind(one)).not.toBe(messageKind(other));
});

test('a list is of one kind however long it is', () => {
  const list = (length: number) => JSON.stringify(Array.from({ length }, (_, id) => ({ id })));
  expect(messageKind(list(9))).toBe(messageKind(list(90)));
});

test('what looks like JSON and is none is text', () => {
  expect(messageKind('[12:30] hello')).toBe(messageKind('[12:31] hello'));
});
