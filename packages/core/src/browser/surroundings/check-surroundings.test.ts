import { describe, expect, it } from 'vitest';
import { checkSurroundings } from './check-surroundings.js';
import { grantsOf } from './granted-permissions.js';

// biome-ignore lint/suspicious/noExplicitAny: the point is that no type stands in the way
type Untyped = any;

const refused: [Untyped, string, RegExp][] = [
  [{ locale: '' }, 'locale', /is not a locale.*BCP 47/],
  [{ locale: 'english' }, 'locale', /BCP 47/],
  [{ locale: 'de_DE.UTF-8' }, 'locale', /Did you mean de-DE\?/],
  [{ locale: 'zz-ZZ' }, 'locale', /nothing is known of/],
  [{ locale: 'de-DE\n' }, 'locale', /is not a locale/],
  [{ locale: 49 }, 'locale', /is not a locale/],
  [{ timezone: 'Berlin' }, 'timezone', /is not an IANA time zone.*Europe\/Berlin/],
  [{ timezone: 'UTC+2' }, 'timezone', /no rules for summer/],
  [{ timezone: '+02:00' }, 'timezone', /no rules for summer/],
  [{ timezone: 2 }, 'timezone', /IANA/],
  [{ geolocation: 'Berlin' }, 'geolocation', /\{ latitude, longitude \}/],
  [{ geolocation: { latitude: 90.1, longitude: 0 } }, 'geolocation.latitude', /-90 to 90/],
  [{ geolocation: { latitude: Number.NaN, longitude: 0 } }, 'geolocation.latitude', /got "NaN"/],
  [{ geolocation: { latitude: 0, longitude: -181 } }, 'geolocation.longitude', /-180 to 180/],
  [{ geolocation: { latitude: 0 } }, 'geolocation.longitude', /is missing/],
  [{ geolocation: { latitude: 0, longitude: '1' } }, 'geolocation.longitude', /got "1"/],
  [
    { geolocation: { latitude: 0, longitude: 0, accuracy: -1 } },
    'geolocation.accuracy',
    /0 or more/,
  ],
  [{ permissions: 'camera' }, 'permissions', /is not a list/],
  [{ permissions: ['webcam'] }, 'permissions', /camera, clipboard-read.*|got "webcam"/],
  [{ permissions: [undefined] }, 'permissions', /is not known/],
  [{ permissions: { 'https://e.com': ['x'] } }, 'permissions["https://e.com"]', /is not known/],
  [{ permissions: { 'https://e.com': 'camera' } }, 'permissions["https://e.com"]', /not a list/],
  [{ permissions: { 'e.com': ['camera'] } }, 'permissions', /not an origin/],
  [{ permissions: { 'https://*.e.com': ['camera'] } }, 'permissions', /not an origin/],
  [{ permissions: { 'https://e.com/map': ['camera'] } }, 'permissions', /'https:\/\/e\.com'/],
];

describe('what cannot be', () => {
  it.each(refused)('is refused by its name: %j', (options, field, says) => {
    expect(() => checkSurroundings(options)).toThrow(
      expect.objectContaining({
        code: 'VALIDATION_FAILED',
        field,
        message: expect.stringMatching(says),
      }),
    );
  });

  it.each([
    { locale: 'de' },
    { locale: 'zh-Hant-TW' },
    { timezone: 'UTC' },
    { timezone: 'America/Argentina/Buenos_Aires' },
    { geolocation: { latitude: -90, longitude: 180, accuracy: 0 } },
    { permissions: [] },
    { permissions: { 'http://localhost:3000': ['camera', 'microphone'] } },
  ] as Untyped[])('is not refused otherwise: %j', (options) => {
    checkSurroundings(options);
  });
});

describe.each(['page', 'context'])('with a %s that is there already', (source) => {
  it.each([
    ['locale', { locale: 'de' }, 'newContext({ locale })'],
    ['timezone', { timezone: 'UTC' }, 'newContext({ timezoneId })'],
    ['geolocation', { geolocation: { latitude: 0, longitude: 0 } }, 'context.setGeolocation()'],
    ['permissions', { permissions: ['camera'] }, 'context.grantPermissions()'],
  ] as Untyped[])('%s is refused, with the way to have it', (field, options, way) => {
    expect(() => checkSurroundings({ ...options, [source]: {} })).toThrow(
      expect.objectContaining({ field, message: expect.stringContaining(way) }),
    );
  });
});

it.each(['locale', 'timezone'])('%s is refused in a browser that is started elsewhere', (field) => {
  const given = { [field]: field === 'locale' ? 'de' : 'UTC' };
  expect(() => checkSurroundings({ ...given, browser: { open() {} } })).toThrow(
    expect.objectContaining({ field, message: expect.stringContaining('from its start') }),
  );
  checkSurroundings({ ...given, browser: { acquire() {} } });
});

describe('what is granted', () => {
  const geolocation = { latitude: 0, longitude: 0 };

  it('is to be told the place, where there is one', () => {
    expect(grantsOf({})).toEqual([]);
    expect(grantsOf({ geolocation })).toEqual([[undefined, ['geolocation']]]);
    expect(grantsOf({ geolocation, permissions: ['camera'] })).toEqual([
      [undefined, ['camera', 'geolocation']],
    ]);
  });

  it('is told to the named sites alone, where one of them has the permission', () => {
    const permissions = {
      'https://a.test/': ['geolocation'],
      'HTTPS://B.test': ['camera'],
    } as const;
    expect(grantsOf({ geolocation, permissions })).toEqual([
      ['https://a.test', ['geolocation']],
      ['https://b.test', ['camera']],
    ]);
  });

  it('goes for a site with a list of its own with what all have', () => {
    const permissions = { 'https://a.test': ['camera'] } as const;
    expect(grantsOf({ geolocation, permissions })).toEqual([
      [undefined, ['geolocation']],
      ['https://a.test', ['camera', 'geolocation']],
    ]);
  });
});
