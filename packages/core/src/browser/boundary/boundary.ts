import { redactUrl } from '../../errors/redact-url.js';
import { parseUrl } from '../../parse-url.js';
import type { SecurityOptions } from '../browser-options.js';
import { addressOf } from './address.js';
import { rulesAllow, withScheme } from './check-url.js';
import { type Zone, zoneOf, zoneOfPattern } from './local-address.js';
import { matches, type UrlPattern } from './url-pattern.js';
import { type UrlRules, urlRulesOf } from './url-rules-of.js';

const ZONE_NAMES: Readonly<Record<Zone, string>> = {
  loopback: 'an address of this machine',
  'link-local': 'a link-local or metadata address',
  private: 'an address of a private network',
};

/**
 * What may be open in one session: what `security` says, and of this machine's and its network's own
 * addresses only what the program named or opened there itself.
 */
export class Boundary {
  /** There is a list, so that any address may be one that is refused. */
  readonly hasLists: boolean;
  /** The address that was stopped last. */
  lastRefused: string | undefined;
  /** Where the agent is being taken: that is not the program's doing. */
  agentGoes: string | undefined;
  readonly #rules: UrlRules;
  readonly #local: readonly UrlPattern[];
  readonly #opened = new Set<Zone>();
  readonly #listeners: (() => void)[] = [];

  constructor(security: SecurityOptions) {
    this.#rules = urlRulesOf(security);
    this.hasLists = security.allowedUrls !== undefined || this.#rules.blocked.length > 0;
    this.#local = this.#rules.allowed?.filter((pattern) => zoneOfPattern(pattern)) ?? [];
  }

  /** Whether an agent, or a page, may lead there. */
  admits(url: string): boolean {
    if (!rulesAllow(url, this.#rules)) return false;
    const zone = zoneAt(url);
    return zone === undefined || this.#opened.has(zone) || this.#isNamed(url);
  }

  /** Whether what is open may stay: what stands in no place, such as `data:`, is of who opened it. */
  admitsOpen(url: string): boolean {
    return !/^(?:blob:|filesystem:|view-source:)*(?:https?|file):/i.test(url) || this.admits(url);
  }

  /** The program itself goes there: that place is its own affair from now on. */
  programOpens(url: string): void {
    if (url === this.agentGoes) return;
    const zone = zoneAt(withScheme(url));
    if (zone === undefined || this.#opened.has(zone)) return;
    this.#opened.add(zone);
    for (const listener of this.#listeners) listener();
  }

  /** Whether the zone is closed to agent and pages, but for what is named. */
  isClosed(zone: Zone): boolean {
    return !this.#opened.has(zone);
  }

  /** Calls back when a zone was opened. */
  onOpened(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** The address and why it is refused, as it is told. */
  refusal(url: string): string {
    return `${redactUrl(url)} ${this.reason(url)}`;
  }

  reason(url: string): string {
    const zone = rulesAllow(url, this.#rules) ? zoneAt(url) : undefined;
    const why = zone ? `: it is ${ZONE_NAMES[zone]}, and the program did not begin there` : '';
    return `may not be opened in this session${why}`;
  }

  #isNamed(url: string): boolean {
    const address = addressIn(url);
    return address !== undefined && this.#local.some((each) => matches(each, address, 'allow'));
  }
}

function zoneAt(url: string): Zone | undefined {
  const address = addressIn(url);
  return address && zoneOf(address);
}

function addressIn(url: string) {
  const inner = url.replace(/^(?:blob|filesystem|view-source):/i, '');
  const parsed = parseUrl(inner);
  return parsed && addressOf(parsed);
}
