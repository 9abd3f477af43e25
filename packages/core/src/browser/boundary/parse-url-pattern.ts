import { ValidationError } from '../../errors/index.js';
import { redactUrl } from '../../errors/redact-url.js';
import { parseUrl } from '../../parse-url.js';
import { canonicalHost, ipv6Groups } from './canonical-host.js';
import { pathReadings, queryReading } from './path-readings.js';
import type { UrlPattern } from './url-pattern.js';
import type { Wildcard } from './wildcard.js';

const PARTS = /^(?:([^/?#]*?):\/\/)?([^/?#]*)([^?#]*)(?:\?([^#]*))?(#.*)?$/s;
/** Out of reach of what a URL can hold, so that a `*` that was encoded is not taken for one of ours. */
const STAR = '\ue000';
const SYNTAX =
  "Write a host ('example.com', '*.example.com') or a URL ('https://example.com/shop/*').";

type Fault = (problem: string, remedy?: string) => ValidationError;

/**
 * Reads a pattern of `security.allowedUrls` or `.blockedUrls`.
 * @throws ValidationError that names `field`, for one that can match nothing or that reads otherwise
 *   than it would work.
 */
export function parseUrlPattern(given: string, field: string): UrlPattern {
  const text = given.trim();
  const fault: Fault = (problem, remedy = SYNTAX) =>
    new ValidationError(problem, { field, value: redactUrl(given), remedy });
  const stray = /[\s\\{}|^"<>`]/.exec(text);
  if (stray) {
    throw fault(
      `holds ${JSON.stringify(stray[0])}, and only * stands for other text`,
      `Give one pattern for each address. ${SYNTAX}`,
    );
  }
  const [, scheme, authority = '', path = '', query, fragment] = PARTS.exec(text) ?? [];
  if (fragment !== undefined) {
    throw fault('has a fragment, which no rule compares', "Leave out '#' and what follows.");
  }
  if (scheme === undefined && authority === '') throw fault('has no host');
  if (scheme === undefined) refuseBareScheme(authority, fault);
  const protocol = protocolOf(scheme, fault);
  if (protocol === 'file:') {
    if (authority !== '') throw fault('is a file on another host', "Write 'file:///directory/*'.");
    if (path === '') throw fault('has no path', "Write 'file:///directory/*'.");
    return { text, protocol, host: [''], ...pathParts(path, query, fault) };
  }
  const { host, port } = splitAuthority(authority, fault);
  const compared = hostPattern(host, fault);
  if (/^\/\d{1,3}$/.test(path) && isAddress(host)) {
    throw fault('is a range of addresses', 'List each address, or the names of the hosts.');
  }
  const portPart = port ?? (scheme === undefined || scheme === '*' ? undefined : 'own');
  return {
    text,
    ...(protocol ? { protocol } : {}),
    ...(compared ? { host: compared } : scheme === undefined && !port ? {} : { host: ['', ''] }),
    ...(portPart === undefined || portPart === '*' ? {} : { port: portPart }),
    ...pathParts(path, query, fault),
  };
}

function protocolOf(scheme: string | undefined, fault: Fault): string | undefined {
  const name = scheme?.toLowerCase();
  if (name === undefined || name === '*') return undefined;
  if (name === 'http' || name === 'https' || name === 'file') return `${name}:`;
  throw fault(
    `can match nothing: pages have the scheme http or https, not ${JSON.stringify(scheme)}`,
    "Write 'https://…', 'http://…', or '*://…' for both.",
  );
}

/** `https:example.com`, `about:blank`, `data:*`: they read as a scheme, and would be a host. */
function refuseBareScheme(authority: string, fault: Fault): void {
  const before = /^([a-z][a-z0-9+.-]*):(?!\d*$|\*$)/i.exec(authority)?.[1]?.toLowerCase();
  const bare = /^(https?|file|about|blob|data|javascript|view-source|chrome|mailto):/i.exec(
    authority,
  );
  const name = bare?.[1]?.toLowerCase() ?? before;
  if (name === undefined) return;
  if (name === 'about') {
    throw fault('is always open: about: pages hold nothing', 'Leave it out.');
  }
  throw fault(`has the scheme ${name}: without a host after ://`);
}

function splitAuthority(authority: string, fault: Fault): { host: string; port?: string } {
  if (authority.includes('@')) {
    throw fault('holds a user name, which no rule compares', "Leave out what stands before '@'.");
  }
  const [, host = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(authority) ?? [];
  if (host === '' || (port?.includes(':') ?? false)) {
    const isIpv6 = parseUrl(`http://[${authority}]/`) !== undefined;
    throw isIpv6
      ? fault('is an IPv6 address without brackets', `Write '[${authority}]'.`)
      : fault('has no host');
  }
  if (port === undefined) return { host };
  if (port === '*') return { host, port };
  const number = /^\d{1,5}$/.test(port) ? Number(port) : 0;
  if (number >= 1 && number <= 65_535) return { host, port: String(number) };
  throw fault(`has no port after its colon`, 'Give a port from 1 to 65535, or * for any.');
}

/** What a host is compared with; undefined for any host. */
function hostPattern(host: string, fault: Fault): Wildcard | undefined {
  if (host === '*') return undefined;
  const labels = host.split('.');
  if (labels[0] === '') {
    throw fault('begins with a dot', `Write '*${host}' for the hosts below '${host.slice(1)}'.`);
  }
  for (const label of labels) {
    if (!label.includes('*')) continue;
    // `*example.com` reads as example.com and what is below it, and would match evilexample.com.
    if (!/^[a-z0-9-]*$/i.test(label.replaceAll('*', '')) || /[a-z0-9]\*|\*[a-z0-9*]/i.test(label)) {
      throw fault(
        `has a * beside other letters in ${JSON.stringify(label)}`,
        `A * stands for whole parts of a host, or beside a hyphen: ${JSON.stringify(`*.${withoutStars(host)}`)}.`,
      );
    }
  }
  const last = labels.filter((label) => label !== '').at(-1) ?? '';
  if (last.includes('*')) {
    throw fault(
      'has a * at the end of its host, which lets other sites in',
      "Write the end of the host out: '*.example.com'.",
    );
  }
  const url = parseUrl(`http://${host}/`);
  if (!url) throw fault('has a host that cannot be one');
  const { name } = canonicalHost(url.hostname);
  if (name === '' || name.split('.').includes('')) throw fault('has a host that cannot be one');
  return name.split('*');
}

function withoutStars(host: string): string {
  return host.replace(/^[*.]+|\*/g, '') || 'example.com';
}

function isAddress(host: string): boolean {
  const url = parseUrl(`http://${host}/`);
  if (!url) return false;
  const { name } = canonicalHost(url.hostname);
  return ipv6Groups(name) !== undefined || /^[\d.]+$/.test(name);
}

function pathParts(
  path: string,
  query: string | undefined,
  fault: Fault,
): Pick<UrlPattern, 'paths' | 'query'> {
  if (/(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) {
    throw fault(
      "has a '.' or '..' in its path, which no address has",
      'Write the path it leads to.',
    );
  }
  if (/[[\]]/.test(path)) {
    throw fault('holds a bracket in its path, and only * stands for other text');
  }
  const queryPart = query === undefined ? {} : { query: pieces(queryReading(encoded('', query))) };
  if (path === '' || path === '/') {
    return query === undefined ? {} : { paths: [['/'], ['/'], ['/']], ...queryPart };
  }
  const readings = pathReadings(encoded(path, '')).map(pieces);
  return { paths: readings, ...queryPart };
}

/** As the URL parser writes it, with the pattern's own `*` marked. */
function encoded(path: string, query: string): string {
  const url = new URL(`http://host${path}?${query}`);
  return (path === '' ? url.search.slice(1) : url.pathname).replaceAll('*', STAR);
}

function pieces(text: string): Wildcard {
  return text.split(new RegExp(`${STAR}+`));
}
