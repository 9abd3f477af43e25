import { createHash } from 'node:crypto';
import { systemClock } from '../../deadline/clock.js';
import { ActExecutionError, ValidationError } from '../../errors/index.js';
import { redactUrl } from '../../errors/redact-url.js';
import type { AwsCredentialProvider, AwsCredentials } from '../../service/auth/aws-credentials.js';
import { credentialProvider } from '../../service/auth/credentials.js';
import type { BrowserSession, StorageState } from './browser-session.js';
import { parseStorageState } from './parse-storage-state.js';

export interface S3BrowserSessionOptions {
  bucket: string;
  /** The object's key, such as `sessions/shop.json`. */
  key: string;
  /** Default `us-east-1`. */
  region?: string;
  /** A profile of the AWS configuration. */
  profile?: string;
  /** Default: the AWS SDK's provider chain, asked when first needed. */
  credentials?: AwsCredentials | AwsCredentialProvider;
  /** For services that speak S3: `https://host`, used with the bucket in the path. */
  endpointUrl?: string;
  /** Encryption at rest: `AES256`, or `aws:kms` with `kmsKeyId`. Default: the bucket's own. */
  serverSideEncryption?: 'AES256' | 'aws:kms';
  kmsKeyId?: string;
  /** Default: the platform's. */
  fetch?: typeof globalThis.fetch;
}

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/**
 * Keeps cookies and storage in one object of S3, for sessions that begin on different machines. The
 * object signs its reader in: keep the bucket private. Needs s3:GetObject and s3:PutObject on the
 * key, and s3:ListBucket, without which S3 answers 403 for an object that is not there yet.
 */
export class S3BrowserSession implements BrowserSession {
  readonly #url: string;
  readonly #shown: string;
  readonly #region: string;
  readonly #credentials: AwsCredentialProvider;
  readonly #extra: Record<string, string>;
  readonly #fetch: typeof globalThis.fetch;

  /** Nothing is sent and no credentials are looked for yet. @throws ValidationError */
  constructor(options: S3BrowserSessionOptions) {
    const { bucket, key, region = 'us-east-1', endpointUrl } = options;
    if (!BUCKET.test(bucket)) {
      throw new ValidationError('is not the name of a bucket', {
        field: 'bucket',
        value: bucket,
        remedy: 'Give 3 to 63 small letters, digits, dots and hyphens.',
      });
    }
    if (typeof key !== 'string' || key === '' || Buffer.byteLength(key) > 1024) {
      throw new ValidationError('is empty or longer than 1,024 bytes', {
        field: 'key',
        value: key,
        remedy: 'Give the key of one object.',
      });
    }
    if (endpointUrl !== undefined && !/^https?:\/\/[^/?#]+\/?$/.test(endpointUrl)) {
      throw new ValidationError('is not the address of a service', {
        field: 'endpointUrl',
        value: redactUrl(endpointUrl),
        remedy: 'Give https://host.',
      });
    }
    const path = key.split('/').map(encodeURIComponent).join('/');
    // A bucket with dots does not fit the certificate of the host-style address.
    this.#url = endpointUrl
      ? `${endpointUrl.replace(/\/$/, '')}/${bucket}/${path}`
      : bucket.includes('.')
        ? `https://s3.${region}.amazonaws.com/${bucket}/${path}`
        : `https://${bucket}.s3.${region}.amazonaws.com/${path}`;
    this.#shown = `s3://${bucket}/${key}`;
    this.#region = region;
    this.#fetch = options.fetch ?? globalThis.fetch;
    this.#credentials = credentialProvider(
      {
        kind: 'iam',
        region,
        ...(options.profile ? { profile: options.profile } : {}),
        ...(options.credentials ? { credentials: options.credentials } : {}),
      },
      systemClock,
    );
    this.#extra = {
      ...(options.serverSideEncryption
        ? { 'x-amz-server-side-encryption': options.serverSideEncryption }
        : {}),
      ...(options.kmsKeyId
        ? { 'x-amz-server-side-encryption-aws-kms-key-id': options.kmsKeyId }
        : {}),
    };
  }

  async load(signal: AbortSignal): Promise<StorageState | undefined> {
    const response = await this.#send('GET', undefined, signal);
    if (response.status === 404) return undefined;
    if (!response.ok) throw await this.#refusal(response, 'read');
    return parseStorageState(await response.text(), this.#shown);
  }

  async save(state: StorageState, signal: AbortSignal): Promise<void> {
    const response = await this.#send('PUT', JSON.stringify(state), signal);
    if (!response.ok) throw await this.#refusal(response, 'written');
  }

  async #send(
    method: 'GET' | 'PUT',
    body: string | undefined,
    signal: AbortSignal,
  ): Promise<Response> {
    signal.throwIfAborted();
    const [{ AwsV4Signer }, credentials] = await Promise.all([
      import('aws4fetch'),
      this.#credentials(),
    ]);
    const { accessKeyId, secretAccessKey, sessionToken } = credentials;
    const headers = {
      // Signed with the request, so that nobody on the way can change what is stored.
      'x-amz-content-sha256': createHash('sha256')
        .update(body ?? '')
        .digest('hex'),
      ...(method === 'PUT' ? { 'content-type': 'application/json', ...this.#extra } : {}),
    };
    const signer = new AwsV4Signer({
      method,
      url: this.#url,
      headers,
      ...(body === undefined ? {} : { body }),
      accessKeyId,
      secretAccessKey,
      ...(sessionToken ? { sessionToken } : {}),
      service: 's3',
      region: this.#region,
    });
    const signed = await signer.sign();
    return this.#fetch(signed.url, {
      method,
      headers: signed.headers,
      ...(body === undefined ? {} : { body }),
      signal,
    });
  }

  async #refusal(response: Response, verb: string): Promise<ActExecutionError> {
    const code = /<Code>([A-Za-z]+)<\/Code>/.exec(await response.text())?.[1];
    return new ActExecutionError(
      `${this.#shown} could not be ${verb}: ${response.status}${code ? ` ${code}` : ''}`,
    );
  }
}
