import { channel } from 'node:diagnostics_channel';
import { expect, it, vi } from 'vitest';
import { Topic } from './topic.js';

it('makes no notice that nobody hears', () => {
  const make = vi.fn(() => 1);
  new Topic<number>('test/unheard').tell(make);
  expect(make).not.toHaveBeenCalled();
});

it('tells whoever listens at once, until they stop', () => {
  const topic = new Topic<number>('test/heard');
  const heard: number[] = [];
  const stop = topic.hear((notice) => heard.push(notice));
  topic.tell(() => 1);
  stop();
  topic.tell(() => 2);
  expect(heard).toEqual([1]);
});

it('is one for the process, under a name that other tools can listen to', () => {
  const heard = vi.fn();
  const name = '@nova-act/core/test/shared';
  channel(name).subscribe(heard);
  new Topic<string>('test/shared').tell(() => 'hello');
  expect(heard).toHaveBeenCalledWith('hello', name);
  channel(name).unsubscribe(heard);
});
