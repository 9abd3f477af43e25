import { randomBytes } from 'node:crypto';
import type { LocalCredentials } from './local-credentials.js';

/** A pair that looks like AWS's own and is known to one local service only. */
export function randomCredentials(): LocalCredentials {
  return {
    accessKeyId: `AKIALOCAL${randomBytes(6).toString('hex').slice(0, 11).toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64url'),
  };
}
