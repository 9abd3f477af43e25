import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalCredentials } from '../auth/local-credentials.js';
import { randomCredentials } from '../auth/random-credentials.js';
import { isRecord } from '../contract/validate.js';
import { privateFolder } from '../sqlite/private-folder.js';
import { codeOf, storageFailure } from '../state/storage-failure.js';

export interface Keys {
  apiKey: string;
  credentials: LocalCredentials;
}

/**
 * The keys of a data folder, made at its first use, so that what was set in a shell still fits after a restart.
 *
 * They are in `keys.json`, for this user alone to read, and open nothing but this local service. Throws an Error that
 * names the file when it can't be read.
 */
export function dataFolderKeys(directory: string): Keys {
  const file = join(directory, 'keys.json');
  const keys = { apiKey: randomUUID(), credentials: randomCredentials() };
  privateFolder(directory);
  // Empty is what a kill or a full disk has left of it.
  if (statSync(file, { throwIfNoEntry: false })?.size === 0) rmSync(file);
  try {
    writeFileSync(file, JSON.stringify(keys), { mode: 0o600, flag: 'wx' });
    return keys;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return readKeys(file);
    rmSync(file, { force: true });
    throw storageFailure(error, file, 'written');
  }
}

function readKeys(file: string): Keys {
  const broken = new Error(`${file} does not hold keys. Delete it, and new ones are made.`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw error instanceof SyntaxError ? broken : storageFailure(error, file, 'read');
  }
  const credentials = isRecord(value) ? value['credentials'] : undefined;
  if (
    !isRecord(value) ||
    typeof value['apiKey'] !== 'string' ||
    !isRecord(credentials) ||
    typeof credentials['accessKeyId'] !== 'string' ||
    typeof credentials['secretAccessKey'] !== 'string'
  )
    throw broken;
  const { accessKeyId, secretAccessKey } = credentials;
  return { apiKey: value['apiKey'], credentials: { accessKeyId, secretAccessKey } };
}
