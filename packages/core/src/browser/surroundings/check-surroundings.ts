import { ValidationError } from '../../errors/index.js';
import { demandOrigin } from '../demand-origin.js';
import {
  BROWSER_PERMISSIONS,
  type BrowserPermission,
  type Geolocation,
  type SurroundingsOptions,
} from './surroundings-options.js';

/** The sources of a browser whose context is there already. */
interface Source {
  readonly page?: unknown;
  readonly context?: unknown;
  readonly cdpEndpointUrl?: unknown;
  readonly browser?: object | undefined;
}

/** @throws ValidationError for what cannot be, and for what this source of a browser cannot follow */
export function checkSurroundings(options: SurroundingsOptions & Source): void {
  const { locale, timezone, geolocation, permissions } = options;
  if (locale !== undefined) checkLocale(locale);
  if (timezone !== undefined) checkTimezone(timezone);
  if (geolocation !== undefined) checkGeolocation(geolocation);
  if (permissions !== undefined) checkPermissions(permissions);
  for (const source of ['page', 'context'] as const) {
    if (options[source] !== undefined) refuseAll(options, source);
  }
  if (options.cdpEndpointUrl !== undefined) refuseAtBirth(options, 'the browser at cdpEndpointUrl');
  // One that is shared opens a context for each session.
  if (options.browser && !('acquire' in options.browser)) {
    refuseAtBirth(options, 'a browser that is started elsewhere');
  }
}

/** What Playwright calls them, where the user is to set them. */
const PLAYWRIGHT = {
  locale: 'browser.newContext({ locale })',
  timezone: 'browser.newContext({ timezoneId })',
  geolocation: 'context.setGeolocation()',
  permissions: 'context.grantPermissions()',
} as const;

/** It could not be given back as it was: Playwright does not tell what a context had before. */
function refuseAll(options: SurroundingsOptions, source: 'page' | 'context'): void {
  for (const [name, how] of Object.entries(PLAYWRIGHT)) {
    if (options[name as keyof SurroundingsOptions] === undefined) continue;
    throw new ValidationError(`cannot be changed in a ${source} that is given back as it was`, {
      field: name,
      remedy: `Set it yourself with Playwright's ${how}, or leave it out.`,
    });
  }
}

function refuseAtBirth(options: SurroundingsOptions, source: string): void {
  for (const name of ['locale', 'timezone'] as const) {
    if (options[name] === undefined) continue;
    throw new ValidationError(`is one that ${source} has from its start`, {
      field: name,
      remedy: `Connect with Playwright (chromium.connectOverCDP) and pass as context what ${PLAYWRIGHT[name]} makes, or leave it out.`,
    });
  }
}

function checkLocale(locale: unknown): void {
  const fault = (problem: string, remedy: string) =>
    new ValidationError(problem, { field: 'locale', value: locale, remedy });
  const remedy = "Give a language and a country as in BCP 47: 'de-DE', 'en-US', 'pt-BR'.";
  if (typeof locale !== 'string' || locale === '') throw fault('is not a locale', remedy);
  if (locale.includes('_')) {
    throw fault('is not a locale', `Did you mean ${locale.split('.')[0]?.replaceAll('_', '-')}?`);
  }
  let known: string[];
  try {
    known = Intl.DateTimeFormat.supportedLocalesOf(locale);
  } catch {
    throw fault('is not a locale', remedy);
  }
  if (known.length === 0) throw fault('is a locale that nothing is known of', remedy);
}

function checkTimezone(timezone: unknown): void {
  const fault = (remedy: string) =>
    new ValidationError('is not an IANA time zone', { field: 'timezone', value: timezone, remedy });
  const remedy = "Give its name: 'Europe/Berlin', 'America/New_York', 'UTC'.";
  if (typeof timezone !== 'string') throw fault(remedy);
  if (/^(?:UTC|GMT)?[+-]\d/i.test(timezone)) {
    throw fault(`An offset has no rules for summer. ${remedy}`);
  }
  try {
    Intl.DateTimeFormat('en', { timeZone: timezone });
  } catch {
    throw fault(remedy);
  }
}

function checkGeolocation(place: Geolocation): void {
  if (typeof place !== 'object' || place === null) {
    throw new ValidationError('is not a place', {
      field: 'geolocation',
      value: place,
      remedy: 'Give { latitude, longitude } in degrees.',
    });
  }
  demandWithin('latitude', place.latitude, 90);
  demandWithin('longitude', place.longitude, 180);
  const { accuracy } = place;
  if (accuracy === undefined || (Number.isFinite(accuracy) && accuracy >= 0)) return;
  throw new ValidationError('is not a distance', {
    field: 'geolocation.accuracy',
    value: accuracy,
    remedy: 'Give metres, 0 or more.',
  });
}

function demandWithin(name: 'latitude' | 'longitude', value: unknown, most: number): void {
  if (typeof value === 'number' && Math.abs(value) <= most) return;
  throw new ValidationError(value === undefined ? 'is missing' : 'is out of range', {
    field: `geolocation.${name}`,
    value: typeof value === 'number' ? String(value) : value,
    remedy: `Give degrees from -${most} to ${most}.`,
  });
}

function checkPermissions(permissions: NonNullable<SurroundingsOptions['permissions']>): void {
  if (Array.isArray(permissions)) {
    checkNames('permissions', permissions);
    return;
  }
  if (typeof permissions !== 'object' || permissions === null) {
    throw new ValidationError('is not a list of permissions', {
      field: 'permissions',
      value: permissions,
      remedy: "Give a list, ['geolocation'], or a list for each origin.",
    });
  }
  for (const [origin, names] of Object.entries(permissions)) {
    demandOrigin('permissions', origin);
    checkNames(`permissions[${JSON.stringify(origin)}]`, names);
  }
}

function checkNames(field: string, names: unknown): void {
  if (!Array.isArray(names)) {
    throw new ValidationError('is not a list of permissions', {
      field,
      value: names,
      remedy: "Give a list: ['geolocation'].",
    });
  }
  const unknown = names.find((name) => !BROWSER_PERMISSIONS.includes(name as BrowserPermission));
  if (unknown === undefined && !names.includes(undefined)) return;
  throw new ValidationError('holds a permission that is not known', {
    field,
    value: unknown,
    remedy: `There are ${BROWSER_PERMISSIONS.join(', ')}.`,
  });
}
