import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../../../config.js';
import { parseIni, type Section } from './parse-ini.js';

/** What the two files of AWS's configuration say now. */
export interface AwsFiles {
  /** By name, the credentials file's keys over the configuration's. */
  readonly profiles: ReadonlyMap<string, Section>;
  readonly ssoSessions: ReadonlyMap<string, Section>;
  /** Sections of endpoints: `nova_act.endpoint_url`. */
  readonly services: ReadonlyMap<string, Section>;
  /** What was looked at, each with what hinders its reading: `EACCES`, `line 3 is …`; a missing file is none. */
  readonly paths: readonly { readonly path: string; readonly fault?: string }[];
}

/**
 * Reads the files anew, so that what another program rotates is seen. They are small, and the
 * operating system has them at hand: the two take less than the signing of a request.
 */
export function readAwsFiles(env: Environment): AwsFiles {
  const home = homeOf(env);
  const config = readOne(inHome(env['AWS_CONFIG_FILE'] || '~/.aws/config', home));
  const credentials = readOne(
    inHome(env['AWS_SHARED_CREDENTIALS_FILE'] || '~/.aws/credentials', home),
  );
  const profiles = named(config.sections, 'profile');
  const unprefixed = config.sections.get('default');
  if (unprefixed && !profiles.has('default')) profiles.set('default', unprefixed);
  for (const [name, section] of credentials.sections) {
    // The credentials file's names have no prefix, but some tools write one.
    const plain = name.replace(/^profile /, '');
    profiles.set(plain, { ...profiles.get(plain), ...section });
  }
  return {
    profiles,
    ssoSessions: named(config.sections, 'sso-session'),
    services: named(config.sections, 'services'),
    paths: [config.place, credentials.place],
  };
}

export const homeOf = (env: Environment): string => env['HOME'] || env['USERPROFILE'] || homedir();

/** `~/` in a variable or a file is nobody's but ours to read: no shell has seen it. */
export const inHome = (path: string, home: string): string =>
  path.startsWith('~/') ? join(home, path.slice(2)) : path;

function named(sections: ReadonlyMap<string, Section>, kind: string): Map<string, Section> {
  const found = new Map<string, Section>();
  for (const [name, section] of sections) {
    if (name.startsWith(`${kind} `)) found.set(name.slice(kind.length + 1), section);
  }
  return found;
}

const ABSENT = new Set(['ENOENT', 'ENOTDIR']);

function readOne(path: string) {
  try {
    const { sections, fault } = parseIni(readFileSync(path, 'utf8'));
    return { sections, place: fault === undefined ? { path } : { path, fault } };
  } catch (error) {
    const { code = 'unreadable' } = error as NodeJS.ErrnoException;
    const sections = new Map<string, Section>();
    return { sections, place: ABSENT.has(code) ? { path } : { path, fault: code } };
  }
}
