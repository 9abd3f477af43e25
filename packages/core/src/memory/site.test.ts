import { describe, expect, test } from 'vitest';
import { Site } from './site.js';

const unnamed = () => undefined;
const desk = new Site('http://127.0.0.1:3000/');
const staging = new Site('https://staging.example.com/some/path');
const none = new Site(undefined);

describe('an address', () => {
  test.each([
    [desk, 'http://127.0.0.1:3000/lamps?page=12#top', '/lamps?page=*'],
    [staging, 'https://staging.example.com/lamps?page=12', '/lamps?page=*'],
    [staging, 'https://staging.example.com', '/'],
    [staging, 'https://STAGING.example.com:443/app#/cart', '/app#/cart'],
    // Who signs in there is another matter.
    [staging, 'https://user:pass@staging.example.com/lamps', '/lamps'],
  ])('of the site is recorded without its origin: %#', (site, url, recorded) => {
    expect(site.recorded(url)).toBe(recorded);
  });

  test.each([
    [staging, 'https://example.com/lamps', 'https://example.com/lamps'],
    [staging, 'http://staging.example.com/lamps', 'http://staging.example.com/lamps'],
    [staging, 'https://staging.example.com:8443/lamps', 'https://staging.example.com:8443/lamps'],
    [
      staging,
      'https://staging.example.com.evil.example/',
      'https://staging.example.com.evil.example/',
    ],
    // Another server of this machine is another site, though its port is not recorded.
    [desk, 'http://127.0.0.1:4000/lamps', 'http://127.0.0.1:*/lamps'],
    // A browser takes it for a host.
    [
      staging,
      'https://staging.example.com//evil.example/',
      'https://staging.example.com//evil.example/',
    ],
    [staging, 'about:blank', 'about:*'],
    [none, 'https://staging.example.com/lamps', 'https://staging.example.com/lamps'],
  ])('of another is recorded whole: %#', (site, url, recorded) => {
    expect(site.recorded(url)).toBe(recorded);
  });

  test.each<[recorded: string, site: Site, url: string, is: boolean]>([
    ['/lamps', desk, 'http://127.0.0.1:3000/lamps', true],
    ['/lamps', staging, 'https://staging.example.com/lamps?new=1', true],
    ['/lamps', staging, 'https://staging.example.com/chairs', false],
    ['/lamps', staging, 'https://staging.example.com/some/path/lamps', false],
    ['/lamps', staging, 'https://example.com/lamps', false],
    ['/lamps', desk, 'http://127.0.0.1:4000/lamps', false],
    ['/lamps', none, 'https://staging.example.com/lamps', false],
    // As it was recorded before there was a base.
    ['https://staging.example.com/lamps', staging, 'https://staging.example.com/lamps', true],
    ['http://127.0.0.1:*/lamps', desk, 'http://127.0.0.1:3000/lamps', true],
    ['http://127.0.0.1:*/lamps', staging, 'https://staging.example.com/lamps', false],
  ])('%s is that of %#', (recorded, site, url, is) => {
    expect(site.isThat(recorded, url, unnamed)).toBe(is);
  });

  test('is a path at one origin, and an address at another', () => {
    const path = desk.pathOf('http://127.0.0.1:3000/lamps?sort=price#cheap');
    expect(path).toBe('/lamps?sort=price#cheap');
    expect(staging.urlOf(path ?? '')).toBe('https://staging.example.com/lamps?sort=price#cheap');
    expect(desk.pathOf('https://example.com/lamps')).toBeUndefined();
    expect(none.urlOf('/lamps')).toBeUndefined();
  });
});

test('a frame of the site is looked for where the site is now, and one of another where it was', () => {
  const target = (...addresses: string[]) => ({
    role: 'button',
    name: 'Pay',
    frames: addresses.map((address) => ({ label: 'till', address })),
  });
  const seen = target('http://127.0.0.1:*/till', 'https://pay.example/', '');
  const recorded = desk.targetToRecord(seen);
  expect(recorded).toEqual(target('/till', 'https://pay.example/', ''));
  expect(staging.targetToFind(recorded)).toEqual(
    target('https://staging.example.com/till', 'https://pay.example/', ''),
  );
  expect(desk.targetToFind(recorded)).toEqual(seen);
  expect(none.targetToRecord(seen)).toEqual(seen);
});
