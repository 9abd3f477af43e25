import { parseUrl } from '../../parse-url.js';
import { isLoopback } from '../../service/network/is-loopback.js';

/** What changes from visit to visit in an address, and a loopback server's port, stand as this. */
export const ANY = '*';

const WORD = /^[A-Za-z][A-Za-z_.~-]{0,39}$/;
/** A file's or a section's name with a digit or two: `step2`, `v1`, `2`. Ids are longer. */
const NUMBERED = /^[A-Za-z_.~-]{0,30}\d{1,2}[A-Za-z_.~-]{0,10}$/;
const PLAIN_VALUE = /^[a-z]{1,20}(?:[_-][a-z]{1,20}){0,3}$/;

/** What a part of an address is written as, where somebody has a name for it. */
export type Named = (part: string) => string | undefined;

/**
 * An address without what changes from visit to visit: ids, dates and tokens in its path and values of
 * its query that are no plain word read `*`. Who and what signs it is not in it.
 */
export function addressPattern(url: string, named: Named = () => undefined): string {
  const parsed = parseUrl(url);
  if (!parsed) return ANY;
  const { protocol, hostname, port, pathname, search, hash } = parsed;
  if (protocol !== 'http:' && protocol !== 'https:') return `${protocol}${ANY}`;
  const host = isLoopback(hostname) ? `${hostname}:${ANY}` : `${hostname}${port && `:${port}`}`;
  const route = /^#!?\//.test(hash) ? `#${pathPattern(hash.slice(hash.indexOf('/')), named)}` : '';
  return `${protocol}//${host}${pathPattern(pathname, named)}${queryPattern(search, named)}${route}`;
}

function pathPattern(path: string, named: Named): string {
  const [bare = ''] = path.split('?');
  return bare
    .split('/')
    .map((part) => (part === '' ? part : (named(decoding(part)) ?? (isName(part) ? part : ANY))))
    .join('/');
}

/** Several words, as in `desk-lamp`, are a name; what mixes letters and digits at length is an id. */
function isName(part: string): boolean {
  const decoded = decoding(part);
  const words = decoded.split(/[-_+ ]/);
  return (
    words.length <= 12 &&
    words.every(
      (word) =>
        word === '' || WORD.test(word) || NUMBERED.test(word) || /^\p{L}{1,40}$/u.test(word),
    ) &&
    !/\d{3}|(?:\d{1,2}[-_]){2}/.test(decoded)
  );
}

function decoding(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // Not escaped as it should be: then it is no name.
  }
}

function queryPattern(search: string, named: Named): string {
  const kept = [...new URLSearchParams(search)]
    .filter(([name]) => /^[A-Za-z_-]{1,30}$/.test(name) && !/^utm_/.test(name))
    .map(([name, value]) => `${name}=${named(value) ?? (PLAIN_VALUE.test(value) ? value : ANY)}`);
  return kept.length === 0 ? '' : `?${kept.sort().join('&')}`;
}

/** Whether a page's pattern is what was recorded; parameters that came to an address since are not minded. */
export function isSameAddress(recorded: string, now: string): boolean {
  const [before, after] = [parted(recorded), parted(now)];
  return (
    before.rest === after.rest &&
    before.query.every((each) => each.endsWith(`=${ANY}`) || after.query.includes(each))
  );
}

function parted(pattern: string): { rest: string; query: string[] } {
  const [main = '', ...route] = pattern.split('#');
  const [rest = '', query] = main.split('?');
  return { rest: [rest, ...route].join('#'), query: query === undefined ? [] : query.split('&') };
}
