import { timeLimit } from '../../deadline/time-limit.js';
import { StorageError } from '../../errors/index.js';
import type { Connection } from '../../service/connect.js';
import { S3Client } from '../../storage/s3/s3-client.js';
import { refused } from '../../storage/s3/s3-error.js';
import type { S3Answer, S3Request } from '../../storage/s3/s3-exchange.js';

/** What a trace can be reached by, where AWS's own way to its bucket is not the one. */
export interface TraceBucketOptions {
  /** The bucket's. Default: `AWS_REGION` and so on, then what S3 itself says. */
  region?: string | undefined;
  /** For services that speak S3: `https://host`. Default `AWS_ENDPOINT_URL_S3`, then AWS. */
  endpointUrl?: string | undefined;
}

const PERMISSIONS = 's3:ListBucket on the bucket and s3:GetObject on the keys';

/** The bucket that traces are in, as the identity that the service is asked with. */
export class TraceBucket {
  readonly #connection: Connection;
  readonly #options: TraceBucketOptions;
  #client: S3Client;

  /** @throws ValidationError */
  constructor(
    readonly bucket: string,
    connection: Connection,
    options: TraceBucketOptions,
  ) {
    this.#connection = connection;
    this.#options = options;
    this.#client = this.#clientIn(options.region);
  }

  /** @throws StorageError, AuthError; the reason of `signal`. */
  async read(request: Omit<S3Request, 'method'>, signal: AbortSignal): Promise<S3Answer> {
    const answer = await this.#send(request, signal);
    const region = answer.headers.get('x-amz-bucket-region');
    if (answer.ok) return answer;
    const elsewhere = answer.status === 301 || answer.status === 307 || answer.status === 400;
    if (elsewhere && region && this.#options.region === undefined) {
      // Nobody need know where the bucket is: S3 says so.
      this.#client = this.#clientIn(region);
      const there = await this.#send(request, signal);
      if (there.ok) return there;
      throw refused(this.#client.placeOf(request.key), request.verb, there, PERMISSIONS);
    }
    throw refused(this.#client.placeOf(request.key), request.verb, answer, PERMISSIONS);
  }

  placeOf(key: string): string {
    return this.#client.placeOf(key);
  }

  async #send(request: Omit<S3Request, 'method'>, signal: AbortSignal): Promise<S3Answer> {
    const { clock, requestTimeoutMs } = this.#connection.transport;
    const place = this.placeOf(request.key);
    const late = () =>
      new StorageError(`${place} was not ${request.verb} within ${requestTimeoutMs} ms`, {
        place,
        remedy: 'Try again, or give a longer requestTimeoutMs.',
      });
    const limit = timeLimit(requestTimeoutMs, signal, clock, late);
    try {
      return await this.#client.send({ ...request, method: 'GET' }, limit.signal);
    } finally {
      limit.close();
    }
  }

  #clientIn(region: string | undefined): S3Client {
    const { aws, transport } = this.#connection;
    const { endpointUrl } = this.#options;
    const options = { bucket: this.bucket, region, endpointUrl, fetch: transport.fetch, ...aws };
    return new S3Client(options, transport.clock);
  }
}
