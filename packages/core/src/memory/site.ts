import type { FramePlace, Target } from '../browser/recall.js';
import { addressPattern, isSameAddress, type Named } from '../browser/recalling/address-pattern.js';
import { parseUrl } from '../parse-url.js';

/** Whether an address, or its pattern, is recorded without an origin. */
export const isOfSite = (address: string): boolean => /^\/(?!\/)/.test(address);

/**
 * The site that a memory is of, wherever it is served: its addresses are recorded without their origin, and
 * stand for those of the origin that it has now. All others are recorded whole, and so is a path that begins
 * with two slashes, which browsers take for that of another host.
 */
export class Site {
  readonly #origin: string | undefined;
  /** The origin as patterns have it. */
  readonly #pattern: string;

  /** @param baseUrl where it is served now; without one no address is of the site. */
  constructor(baseUrl: string | undefined) {
    this.#origin = originOf(baseUrl);
    this.#pattern = this.#origin === undefined ? '' : addressPattern(this.#origin).slice(0, -1);
  }

  /** The pattern of an address, as it is recorded. */
  recorded(url: string, named?: Named): string {
    const whole = addressPattern(url, named);
    return this.#has(url) ? whole.slice(this.#pattern.length) : whole;
  }

  /** As it was recorded without a base; undefined where it is the same. */
  recordedWhole(url: string): string | undefined {
    return this.#has(url) ? addressPattern(url) : undefined;
  }

  /** Whether a page is the one that was recorded. */
  isThat(recorded: string, url: string, named: Named): boolean {
    const now = isOfSite(recorded) ? this.recorded(url, named) : addressPattern(url, named);
    return isSameAddress(recorded, now);
  }

  /** What comes after the origin; undefined for an address that is not of the site. */
  pathOf(url: string): string | undefined {
    const parsed = this.#has(url) ? parseUrl(url) : undefined;
    return parsed && `${parsed.pathname}${parsed.search}${parsed.hash}`;
  }

  /** The address of a path as the site is served now; undefined where that is not known. */
  urlOf(path: string): string | undefined {
    return this.#origin === undefined ? undefined : `${this.#origin}${path}`;
  }

  /** A target as it is recorded. */
  targetToRecord(target: Target): Target {
    return withFrames(target, (address) => {
      const path = address.startsWith(this.#pattern) ? address.slice(this.#pattern.length) : '';
      return this.#origin !== undefined && isOfSite(path) ? path : address;
    });
  }

  /** A recorded target as it is looked for now. */
  targetToFind(target: Target): Target {
    return withFrames(target, (address) =>
      this.#origin !== undefined && isOfSite(address) ? `${this.#pattern}${address}` : address,
    );
  }

  #has(url: string): boolean {
    if (this.#origin === undefined || originOf(url) !== this.#origin) return false;
    return isOfSite(parseUrl(url)?.pathname ?? '');
  }
}

function originOf(url: string | undefined): string | undefined {
  const parsed = url === undefined ? undefined : parseUrl(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.origin : undefined;
}

function withFrames(target: Target, addressOf: (address: string) => string): Target {
  const { frames } = target;
  if (!frames) return target;
  const place = ({ label, address }: FramePlace) => ({ label, address: addressOf(address) });
  return { ...target, frames: frames.map(place) };
}
