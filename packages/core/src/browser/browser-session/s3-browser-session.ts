import { systemClock } from '../../deadline/clock.js';
import { pause } from '../../deadline/pause.js';
import { preempt } from '../../deadline/pre-empt.js';
import { BrowserSessionBusyError } from '../../errors/index.js';
import { type KnownOptions, knownOptions } from '../../options/known-options.js';
import { refuseUnknown } from '../../options/refuse-unknown.js';
import { retryDelayMs } from '../../service/transport/retry-timing.js';
import { S3Client } from '../../storage/s3/s3-client.js';
import { codeIn, refused } from '../../storage/s3/s3-error.js';
import type { S3Answer } from '../../storage/s3/s3-exchange.js';
import { checkS3Key, S3_OPTION_NAMES, type S3Options } from '../../storage/s3/s3-options.js';
import type { BrowserSession, RestoreOptions, SavedKind, StorageState } from './browser-session.js';
import { checkRestoreOptions, RESTORE_OPTION_NAMES } from './check-browser-session.js';
import { parseStorageState } from './parse-storage-state.js';

export interface S3BrowserSessionOptions extends S3Options, RestoreOptions {
  /** The object's key, such as `sessions/shop.json`. */
  key: string;
}

const OPTIONS: KnownOptions = knownOptions<S3BrowserSessionOptions>(
  'S3BrowserSession',
  { ...S3_OPTION_NAMES, ...RESTORE_OPTION_NAMES, key: true },
  { bucketName: 'Did you mean bucket?', objectKey: 'Did you mean key?' },
);

const PERMISSIONS =
  's3:GetObject and s3:PutObject on the key, s3:ListBucket on the bucket, and kms:GenerateDataKey and kms:Decrypt on a KMS key';
/** How often it is saved anew when others have saved in between. */
const SAVES = 10;
const BETWEEN_SAVES = { minDelayMs: 50, maxDelayMs: 500 };

/**
 * Keeps cookies and storage in one object of S3, for sessions that begin on different machines. Those that
 * save at the same time keep what the others have changed: each writes only over what it has read
 * (`If-Match`, `If-None-Match`). The object signs its reader in: keep the bucket private. Needs
 * s3:GetObject and s3:PutObject on the key, and s3:ListBucket, without which S3 answers 403 for an object
 * that is not there yet.
 */
export class S3BrowserSession implements BrowserSession {
  readonly restore: readonly SavedKind[] | undefined;
  readonly replaceCookies: boolean | undefined;
  readonly #client: S3Client;
  readonly #key: string;

  /** Nothing is sent and no credentials are looked for yet. @throws ValidationError */
  constructor(options: S3BrowserSessionOptions) {
    refuseUnknown(options, OPTIONS);
    checkS3Key(options.key, 'key');
    checkRestoreOptions(options);
    this.#client = new S3Client(options);
    this.#key = options.key;
    this.restore = options.restore;
    this.replaceCookies = options.replaceCookies;
  }

  /** @throws StorageError; AuthError; ValidationError for an object that holds no session */
  async load(signal: AbortSignal): Promise<StorageState | undefined> {
    return (await preempt(this.#read(signal), signal)).state;
  }

  /** Puts `state` in the place of what is saved, whatever that is. @throws StorageError; AuthError */
  async save(state: StorageState, signal: AbortSignal): Promise<void> {
    const answer = await preempt(this.#put(state, {}, signal), signal);
    if (!answer.ok) throw this.#refused('written', answer);
  }

  /** @throws BrowserSessionBusyError when others have saved it ten times in between; StorageError; AuthError */
  async update(
    change: (saved: StorageState | undefined) => StorageState,
    signal: AbortSignal,
  ): Promise<void> {
    const place = this.#client.placeOf(this.#key);
    for (let attempt = 1; attempt <= SAVES; attempt++) {
      const { state, only } = await preempt(this.#read(signal), signal);
      const answer = await preempt(this.#put(change(state), only, signal), signal);
      if (answer.ok) return;
      if (!isOvertaken(answer)) throw this.#refused('written', answer);
      await pause(retryDelayMs(attempt, undefined, BETWEEN_SAVES), signal, systemClock);
    }
    throw new BrowserSessionBusyError(
      `${place} could not be saved: others have saved it in between, ${SAVES} times`,
      { place },
    );
  }

  /** What is saved, and what a request must say so that it is written over that and nothing later. */
  async #read(signal: AbortSignal) {
    const get = { method: 'GET', key: this.#key, verb: 'read' } as const;
    const answer = await this.#client.send(get, signal);
    const { ok, status, headers, text } = answer;
    if (status === 404 && codeIn(text) !== 'NoSuchBucket') {
      return { state: undefined, only: { 'if-none-match': '*' } };
    }
    if (!ok) throw this.#refused('read', answer);
    const tag = headers.get('etag');
    const state = parseStorageState(text, this.#client.placeOf(this.#key));
    return { state, only: tag ? { 'if-match': tag } : {} };
  }

  #put(
    state: StorageState,
    only: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<S3Answer> {
    const { encryption } = this.#client;
    const headers = { 'content-type': 'application/json', ...encryption, ...only };
    const body = JSON.stringify(state);
    return this.#client.send(
      { method: 'PUT', key: this.#key, headers, body, verb: 'written' },
      signal,
    );
  }

  #refused(verb: string, answer: S3Answer) {
    return refused(this.#client.placeOf(this.#key), verb, answer, PERMISSIONS);
  }
}

/**
 * Another save was there first, is under way, or the object was deleted.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
function isOvertaken({ status, text }: S3Answer): boolean {
  const code = codeIn(text);
  return status === 412 || status === 409 || (status === 404 && code === 'NoSuchKey');
}
