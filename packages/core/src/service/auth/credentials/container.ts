import { readFile } from 'node:fs/promises';
import { parseUrl } from '../../../parse-url.js';
import type { FoundCredentials } from '../aws-credentials.js';
import { askSource } from './ask-source.js';
import { ASKED_MS, type CredentialSource, type SourceContext } from './credential-source.js';
import { SourceError } from './source-error.js';

const TIMEOUT_MS = 5_000;
const ECS = 'http://169.254.170.2';
/** Where plain http may go: this machine, and the addresses of ECS and EKS, which never leave it. */
const LOCAL_HOSTS = /^(localhost|127(\.\d+){3}|\[::1\]|169\.254\.170\.(2|23)|\[fd00:ec2::23\])$/;

export const isInContainer = ({ env }: SourceContext): boolean =>
  Boolean(
    env['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI'] || env['AWS_CONTAINER_CREDENTIALS_FULL_URI'],
  );

/**
 * The role of an ECS task or EKS pod, from the endpoint that its agent serves. Asked directly and not
 * by the SDK's provider, whose request has no end when nobody answers.
 */
export function container(context: SourceContext): CredentialSource {
  const { env, clock } = context;
  const relative = env['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI'];
  const given = relative ? `${ECS}${relative}` : env['AWS_CONTAINER_CREDENTIALS_FULL_URI'];
  const variable = `AWS_CONTAINER_CREDENTIALS_${relative ? 'RELATIVE' : 'FULL'}_URI`;
  const url = given === undefined ? undefined : parseUrl(given);
  const name = `the container endpoint ${url ? `${url.origin}${url.pathname} ` : ''}(${variable})`;
  const ask = async (signal: AbortSignal) => {
    if (!url) throw new SourceError('is not a URL');
    if (url.protocol !== 'https:' && !LOCAL_HOSTS.test(url.hostname)) {
      throw new SourceError('is not asked: it is neither https nor on this machine');
    }
    const authorization = await token(context);
    // Not through a proxy: it is at this machine, and what it tells is for nobody on the way.
    const response = await globalThis.fetch(url, {
      headers: { accept: 'application/json', ...(authorization ? { authorization } : {}) },
      redirect: 'error',
      signal,
    });
    return read(response.status, await response.text(), clock.now());
  };
  return {
    name,
    undatedMs: ASKED_MS,
    provide: () => askSource({ name, timeoutMs: TIMEOUT_MS, ask }, context),
  };
}

async function token({ env }: SourceContext): Promise<string | undefined> {
  const path = env['AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE'];
  if (!path) return env['AWS_CONTAINER_AUTHORIZATION_TOKEN'] || undefined;
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new SourceError(`has a token file that cannot be read: ${path} (${code})`, { cause });
  }
}

function read(status: number, text: string, nowMs: number): FoundCredentials {
  const body = objectOf(text);
  const member = (name: string) => {
    const value = body[name] ?? body[name.toLowerCase()];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  if (status !== 200) {
    const said = [member('Code'), member('Message')].filter(Boolean).join(': ');
    throw new SourceError(`answered ${status}${said ? `, saying: ${said}` : ''}`, {
      transient: status >= 500 || status === 429,
    });
  }
  const accessKeyId = member('AccessKeyId');
  const secretAccessKey = member('SecretAccessKey');
  const sessionToken = member('Token');
  const ends = member('Expiration');
  if (!accessKeyId || !secretAccessKey) {
    throw new SourceError('answered without AccessKeyId and SecretAccessKey');
  }
  const expiration = ends === undefined ? undefined : new Date(ends);
  if (expiration && !(expiration.getTime() > nowMs)) {
    throw new SourceError(`gave credentials that had expired at ${ends}`, { transient: true });
  }
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken ? { sessionToken } : {}),
    ...(expiration ? { expiration } : {}),
  };
}

function objectOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    // A page of a proxy, or nothing: what is missing is said by the caller.
    return {};
  }
}
