import type { Clock } from '../../deadline/clock.js';
import { preempt } from '../../deadline/pre-empt.js';
import { AuthError } from '../../errors/index.js';
import type { Authorizer } from './authorizer.js';
import type { AwsCredentialProvider } from './aws-credentials.js';

/** The signing name of the service model's metadata. */
const SIGNING_NAME = 'nova-act';
/** Signing keys are kept by day and secret; renewed credentials must not pile them up. */
const MAX_KEPT_KEYS = 16;

/** Signs each attempt with Signature Version 4. The signer is loaded with the first one. */
export function sigv4Authorizer(options: {
  region: string;
  credentials: AwsCredentialProvider;
  clock: Clock;
}): Authorizer {
  const { region, clock } = options;
  // Not a member: an inspection of the authorizer must not reach the keys.
  const provide = options.credentials;
  const keys = new Map<string, ArrayBuffer>();
  return {
    kind: 'iam',
    async authorize(request, signal) {
      const loading = Promise.all([import('aws4fetch'), provide()]);
      const [{ AwsV4Signer }, credentials] = await preempt(loading, signal);
      if (keys.size > MAX_KEPT_KEYS) keys.clear();
      const { accessKeyId, secretAccessKey, sessionToken } = credentials;
      demandHeaderText(accessKeyId, 'accessKeyId');
      demandHeaderText(sessionToken ?? '', 'sessionToken');
      const signer = new AwsV4Signer({
        ...request,
        headers: { ...request.headers },
        accessKeyId,
        secretAccessKey,
        ...(sessionToken ? { sessionToken } : {}),
        service: SIGNING_NAME,
        region,
        datetime: amzDate(clock.now()),
        cache: keys,
      });
      const { headers } = await signer.sign();
      return {
        headers: Object.fromEntries(headers),
        secrets: [accessKeyId, secretAccessKey, ...(sessionToken ? [sessionToken] : [])],
      };
    },
  };
}

/** Found here, because the platform's own complaint about a header quotes its value. */
function demandHeaderText(text: string, name: string): void {
  if (/^[!-~]*$/.test(text)) return;
  throw new AuthError(`The AWS credentials' ${name} has characters that no header takes`);
}

/** `20250822T091500Z` */
function amzDate(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/[:-]|\.\d{3}/g, '');
}
