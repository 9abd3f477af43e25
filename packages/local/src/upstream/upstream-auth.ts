import { credentialsAtHand, findCredentials } from './upstream-credentials.js';
import type { AwsUpstreamOptions, UpstreamOptions } from './upstream-options.js';

export interface OutgoingRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
}

export interface UpstreamAuth {
  /** The headers of a request, those that authenticate it among them. */
  authorize(request: OutgoingRequest): Promise<Record<string, string>>;
  /** What must be seen by nobody, as far as it is known yet. */
  secrets(): readonly string[];
  /** The upstream did not accept them. */
  refused?(): void;
}

const signingName = 'nova-act';

export function upstreamAuth(options: UpstreamOptions): UpstreamAuth {
  return options.surface === 'aws' ? sigv4(options) : apiKey(options.apiKey);
}

function apiKey(given: string | undefined): UpstreamAuth {
  const key = given ?? process.env['NOVA_ACT_API_KEY'];
  if (key === undefined || key === '')
    throw new TypeError(
      'Local service options: upstream.apiKey is missing: give it, or set NOVA_ACT_API_KEY to the key of the real service',
    );
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new TypeError(
      'Local service options: upstream.apiKey must be printable ASCII without blanks',
    );
  return {
    authorize: async ({ headers }) => ({
      ...headers,
      authorization: `Bearer ${key}`,
      'x-api-key': key,
    }),
    secrets: () => [key],
  };
}

/** The signer and the provider chain are loaded with the first request: whoever needs neither loads neither. */
function sigv4(options: AwsUpstreamOptions): UpstreamAuth {
  const region = options.region ?? 'us-east-1';
  const credentials = credentialsAtHand(() => findCredentials(options, region));
  return {
    async authorize(request) {
      const [{ AwsV4Signer }, { accessKeyId, secretAccessKey, sessionToken }] = await Promise.all([
        import('aws4fetch'),
        credentials.get(),
      ]);
      const signer = new AwsV4Signer({
        ...request,
        accessKeyId,
        secretAccessKey,
        ...(sessionToken === undefined ? {} : { sessionToken }),
        service: signingName,
        region,
      });
      const { headers } = await signer.sign();
      return Object.fromEntries(headers);
    },
    secrets() {
      const found = credentials.last();
      if (!found) return [];
      return [found.accessKeyId, found.secretAccessKey, found.sessionToken ?? ''].filter(Boolean);
    },
    refused: () => credentials.refused(),
  };
}
