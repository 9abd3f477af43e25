/** A place on the earth, as a device knows it. */
export interface Geolocation {
  /** Degrees, from -90 (south) to 90. */
  latitude: number;
  /** Degrees, from -180 (west) to 180. */
  longitude: number;
  /** Metres around it. Default 0: exact. */
  accuracy?: number | undefined;
}

/** What a page may be allowed, by Playwright's names. */
export const BROWSER_PERMISSIONS = [
  'accelerometer',
  'ambient-light-sensor',
  'background-sync',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'geolocation',
  'gyroscope',
  'local-fonts',
  'local-network-access',
  'magnetometer',
  'microphone',
  'midi',
  'midi-sysex',
  'notifications',
  'payment-handler',
  'screen-wake-lock',
  'storage-access',
] as const;
/** A permission of a browser, by its name there. */
export type BrowserPermission = (typeof BROWSER_PERMISSIONS)[number];

/**
 * Where the browser seems to be, and what its pages may do there. These are options of a browser or
 * context that is opened for the session; a `page` or `context` of yours has its own, and over
 * `cdpEndpointUrl` and in a `RemoteBrowser` the browser's own context keeps its locale and time zone.
 */
export interface SurroundingsOptions {
  /**
   * A language and its country as in BCP 47, `de-DE`: of numbers, dates, `navigator.language` and the
   * `Accept-Language` header. Default: the browser's.
   */
  locale?: string | undefined;
  /** An IANA time zone, `Europe/Berlin`. Default: the machine's. */
  timezone?: string | undefined;
  /**
   * Where the device is. Pages are allowed to ask for it, unless `permissions` names the sites that are.
   * Over `cdpEndpointUrl` it holds for all tabs of the browser's own context, until the session ends.
   */
  geolocation?: Geolocation | undefined;
  /**
   * What pages are allowed without being asked: a list for every site, or a list for each origin,
   * `{ 'https://example.com': ['camera'] }`. What is not in the list of a site is then refused it. Default:
   * pages ask, and nobody answers. Over `cdpEndpointUrl` as `geolocation`.
   */
  permissions?:
    | readonly BrowserPermission[]
    | { readonly [origin: string]: readonly BrowserPermission[] }
    | undefined;
}
