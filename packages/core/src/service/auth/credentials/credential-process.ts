import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { onAbort } from '../../../deadline/on-abort.js';
import type { FoundCredentials } from '../aws-credentials.js';
import { askSource } from './ask-source.js';
import { ASKED_MS, type CredentialSource, type SourceContext } from './credential-source.js';
import { SourceError } from './source-error.js';

/** Some of these wait for a person to touch a key. */
const TIMEOUT_MS = 60_000;
const MAX_OUTPUT = 64 * 1024;
const SHOWN_LENGTH = 200;

/**
 * `credential_process` of a profile: a command that prints credentials as JSON. Run by the shell, as
 * the AWS SDK does it, in a process group of its own, so that one that hangs is ended with all it began.
 */
export function credentialProcess(
  profile: string,
  command: string,
  context: SourceContext,
): CredentialSource {
  const name = `the credential_process of the profile ${profile}`;
  return {
    name,
    undatedMs: ASKED_MS,
    provide: () =>
      askSource(
        {
          name,
          timeoutMs: TIMEOUT_MS,
          // What it does is not known: it may have asked a person, or count its failures.
          attempts: 1,
          goesOn: true,
          ask: async (signal) =>
            read(await run(command, signal, context.unattended), context.clock.now()),
        },
        context,
      ),
  };
}

interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(command: string, signal: AbortSignal, unattended: AbortSignal): Promise<Ending> {
  const grouped = process.platform !== 'win32';
  const child = spawn(command, {
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: grouped,
    windowsHide: true,
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (stdout.length < MAX_OUTPUT) stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (stderr.length < MAX_OUTPUT) stderr += text;
  });
  const stop = () => end(child, grouped);
  const off = onAbort(signal, stop);
  const stay = onAbort(unattended, () => letGo(child, stop));
  return new Promise<Ending>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, ended) => resolve({ code, signal: ended, stdout, stderr }));
  }).finally(() => {
    off();
    stay();
    process.off('exit', stop);
  });
}

/** This process may end before it, and then takes it along. */
function letGo(child: ChildProcess, stop: () => void): void {
  child.unref();
  for (const pipe of [child.stdout, child.stderr]) (pipe as Socket | null)?.unref();
  process.once('exit', stop);
}

function end(child: ChildProcess, grouped: boolean): void {
  try {
    if (grouped && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended by itself in the meantime.
  }
}

function read({ code, signal, stdout, stderr }: Ending, nowMs: number): FoundCredentials {
  const said = stderr.trim() === '' ? stdout : stderr;
  const saying = said.trim() === '' ? '' : `, saying: ${said.trim().slice(0, SHOWN_LENGTH)}`;
  if (signal !== null) throw new SourceError(`was ended by ${signal}${saying}`);
  if (code === 127) throw new SourceError(`names a command that does not exist${saying}`);
  if (code !== 0) throw new SourceError(`exited with code ${code}${saying}`);
  const given = objectOf(stdout);
  if (!given) {
    const shown = stdout.trim().slice(0, SHOWN_LENGTH) || 'nothing';
    throw new SourceError(`did not print JSON and only JSON, but: ${shown}`);
  }
  const { Version, AccessKeyId, SecretAccessKey, SessionToken, Expiration } = given;
  if (Version !== 1) throw new SourceError('printed JSON whose Version is not 1');
  if (!isText(AccessKeyId) || !isText(SecretAccessKey)) {
    throw new SourceError('printed JSON without AccessKeyId and SecretAccessKey');
  }
  const expiration = isText(Expiration) ? new Date(Expiration) : undefined;
  if (expiration && Number.isNaN(expiration.getTime())) {
    throw new SourceError(`printed an Expiration that is no date: ${Expiration}`);
  }
  if (expiration && expiration.getTime() <= nowMs) {
    throw new SourceError(`printed credentials that had expired at ${Expiration}`);
  }
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    ...(isText(SessionToken) ? { sessionToken: SessionToken } : {}),
    ...(expiration ? { expiration } : {}),
  };
}

function objectOf(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    // Said by the caller, with the text.
    return undefined;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
