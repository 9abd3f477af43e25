import { describe, expect, it } from 'vitest';
import type { SavedCookie, StorageState } from './browser-session.js';
import { completed, mergeStates, selected } from './merge-states.js';

const cookie = (name: string, value: string, more: Partial<SavedCookie> = {}): SavedCookie => ({
  name,
  value,
  domain: 'e.com',
  path: '/',
  expires: -1,
  httpOnly: false,
  secure: false,
  sameSite: 'Lax',
  ...more,
});
const origin = 'https://e.com';
const state = (cookies: SavedCookie[], keys: Record<string, string> = {}): StorageState => {
  const localStorage = Object.entries(keys).map(([name, value]) => ({ name, value }));
  return { cookies, origins: localStorage.length > 0 ? [{ origin, localStorage }] : [] };
};
const base = state([cookie('a', '1'), cookie('b', '1')], { x: '1', y: '1' });

describe('what is saved when two sessions began with the same', () => {
  it('is what this one leaves, where nobody else has saved', () => {
    const mine = state([cookie('a', '1', { expires: 9e9 })], { x: '2' });
    expect(mergeStates(base, mine, base)).toEqual(mine);
  });

  it('keeps what the other has changed, added and taken away', () => {
    const theirs = state([cookie('a', '2'), cookie('c', '1')], { x: '2', z: '1' });
    const mine = state([cookie('a', '1'), cookie('b', '1')], { x: '1', y: '1', own: '1' });
    expect(mergeStates(base, mine, theirs)).toEqual(
      state([cookie('a', '2'), cookie('c', '1')], { x: '2', z: '1', own: '1' }),
    );
  });

  it('has the later of two values of the same thing', () => {
    const theirs = state([cookie('a', 'theirs'), cookie('b', '1')], { x: 'theirs', y: '1' });
    const mine = state([cookie('a', 'mine')], { y: '1' });
    expect(mergeStates(base, mine, theirs)).toEqual(state([cookie('a', 'mine')], { y: '1' }));
  });

  it('does not take a cookie whose end the browser has rounded for a new one', () => {
    const theirs = state([cookie('a', 'renewed'), cookie('b', '1')]);
    const mine = state([cookie('a', '1', { expires: 9e9 }), cookie('b', '1')]);
    expect(mergeStates(base, mine, theirs).cookies).toEqual(theirs.cookies);
  });

  it('tells cookies apart by domain, path and partition, and databases by their names', () => {
    const many = {
      cookies: [
        cookie('a', '1'),
        cookie('a', '2', { domain: '.e.com' }),
        cookie('a', '3', { path: '/x' }),
        cookie('a', '4', { partitionKey: 'https://top.com' }),
      ],
      origins: [{ origin, localStorage: [], indexedDB: [{ name: 'one' }, { name: 'two' }] }],
    };
    expect(mergeStates(state([]), many, state([]))).toEqual(many);
  });
});

describe('a part of a state', () => {
  it('is what is selected, and comes back where it lacks', () => {
    const isCookies = (kind: string) => kind === 'cookies';
    const cookies = selected(base, isCookies);
    expect(cookies).toEqual(state(base.cookies));
    expect(completed(cookies, base, (kind) => !isCookies(kind))).toEqual(base);
    const changed = state([], { x: 'own' });
    expect(completed(changed, base, (kind) => kind === 'localStorage')).toEqual(
      state([], { x: 'own', y: '1' }),
    );
  });
});
