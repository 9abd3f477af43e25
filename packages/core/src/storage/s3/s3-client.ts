import { createHash } from 'node:crypto';
import { readEnvironment } from '../../config.js';
import { type Clock, systemClock } from '../../deadline/clock.js';
import { pause } from '../../deadline/pause.js';
import { ValidationError } from '../../errors/index.js';
import { silentLogger } from '../../logger.js';
import type { Authorizer } from '../../service/auth/authorizer.js';
import { checkCredentials, checkProfile } from '../../service/auth/check-auth.js';
import { correctedClock } from '../../service/auth/corrected-clock.js';
import { credentialProvider, wayOut } from '../../service/auth/credentials/credential-provider.js';
import { refusalOf } from '../../service/auth/refusal.js';
import { sendAuthorized } from '../../service/auth/send-authorized.js';
import { sigv4Authorizer } from '../../service/auth/sigv4.js';
import { parseRetryAfter, retryDelayMs } from '../../service/transport/retry-timing.js';
import { s3Address } from './s3-address.js';
import { codeIn, unreachable } from './s3-error.js';
import type { S3Answer, S3Request } from './s3-exchange.js';
import { checkS3Options, type S3Options } from './s3-options.js';

/** How often a request is sent that is not answered, or with what another try may mend. */
const ATTEMPTS = 4;
const TIMING = { minDelayMs: 100, maxDelayMs: 5_000 };

/** One bucket: requests are signed, tried again, and answered with whatever S3 says. */
export class S3Client {
  readonly bucket: string;
  /** Of a request that makes an object. */
  readonly encryption: Readonly<Record<string, string>>;
  readonly #url: string;
  readonly #authorizer: Authorizer;
  readonly #fetch: typeof globalThis.fetch;
  readonly #clock: Clock;

  /** Nothing is sent and no credentials are looked for yet. @throws ValidationError */
  constructor(options: S3Options, time: Clock = systemClock) {
    checkS3Options(options);
    const { bucket, profile } = options;
    const { url, region } = s3Address(options, readEnvironment());
    this.bucket = bucket;
    this.#url = url;
    this.#clock = time;
    this.#fetch = options.fetch ?? wayOut(profile);
    const clock = correctedClock(time, silentLogger);
    const auth = {
      kind: 'iam',
      region,
      ...(profile === undefined ? {} : { profile: checkProfile(profile) }),
      ...(options.credentials ? { credentials: checkCredentials(options.credentials) } : {}),
    } as const;
    const credentials = credentialProvider(auth, { clock });
    this.#authorizer = sigv4Authorizer({ service: 's3', region, credentials, clock });
    this.encryption = {
      ...(options.serverSideEncryption
        ? { 'x-amz-server-side-encryption': options.serverSideEncryption }
        : {}),
      ...(options.kmsKeyId
        ? { 'x-amz-server-side-encryption-aws-kms-key-id': options.kmsKeyId }
        : {}),
    };
  }

  placeOf(key: string): string {
    return `s3://${this.bucket}/${key}`;
  }

  /** @throws StorageError when S3 cannot be reached; AuthError; the reason of `signal` */
  async send(request: S3Request, signal: AbortSignal): Promise<S3Answer> {
    for (let attempt = 1; ; attempt++) {
      signal.throwIfAborted();
      let retryAfterMs: number | undefined;
      try {
        const answer = await this.#once(request, signal);
        if (attempt === ATTEMPTS || !isPassing(answer)) return answer;
        retryAfterMs = parseRetryAfter(answer.headers.get('retry-after'), this.#clock.now());
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        if (attempt === ATTEMPTS || !(error instanceof NotAnswered)) throw reasonOf(error);
      }
      await pause(retryDelayMs(attempt, retryAfterMs, TIMING), signal, this.#clock);
    }
  }

  async #once(request: S3Request, signal: AbortSignal): Promise<S3Answer> {
    const { method, key, query, body = '' } = request;
    const path = key.split('/').map(encodeURIComponent).join('/');
    const outgoing = {
      method,
      url: `${this.#url}/${path}${query === undefined ? '' : `?${query}`}`,
      headers: {
        // Signed with the request, so that nobody on the way can change what is stored.
        'x-amz-content-sha256': createHash('sha256').update(body).digest('hex'),
        ...request.headers,
      },
      // Its digest is signed in its place.
      body: '',
    };
    return sendAuthorized(
      this.#authorizer,
      () => outgoing,
      signal,
      async (_outgoing, { headers }) => {
        const answer = await this.#fetchOnce(outgoing.url, headers, request, signal);
        return { answer, refusal: refusalOf(answer.status, codeIn(answer.text), answer.headers) };
      },
    );
  }

  async #fetchOnce(
    url: string,
    headers: Readonly<Record<string, string>>,
    { method, body, key, verb }: S3Request,
    signal: AbortSignal,
  ): Promise<S3Answer> {
    try {
      const answer = await this.#fetch(url, {
        method,
        headers: { ...headers },
        ...(method === 'GET' || method === 'DELETE' ? {} : { body: body ?? '' }),
        // The signature is for this address; where the bucket is elsewhere, S3's answer says where.
        redirect: 'manual',
        signal,
      });
      const { ok, status } = answer;
      const read = new Uint8Array(await answer.arrayBuffer());
      const text = new TextDecoder().decode(read);
      return { ok, status, headers: answer.headers, body: read, text };
    } catch (cause) {
      if (signal.aborted || cause instanceof ValidationError) throw cause;
      throw new NotAnswered(unreachable(this.placeOf(key), verb, url, cause));
    }
  }
}

/** The try came to nothing; another may not. */
class NotAnswered extends Error {
  constructor(readonly reason: unknown) {
    super();
  }
}

const reasonOf = (error: unknown) => (error instanceof NotAnswered ? error.reason : error);

/** Throttling, and what AWS's clients take for passing. https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
function isPassing({ status, text }: S3Answer): boolean {
  if ([429, 500, 502, 503, 504].includes(status)) return true;
  return status === 400 && codeIn(text) === 'RequestTimeout';
}
