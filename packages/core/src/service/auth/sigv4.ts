import { preempt } from '../../deadline/pre-empt.js';
import { AuthError } from '../../errors/index.js';
import type { Authorizer } from './authorizer.js';
import type { FoundCredentials } from './aws-credentials.js';
import type { CorrectedClock } from './corrected-clock.js';
import type { RenewedCredentials } from './credentials/renewed.js';
import {
  type Amendment,
  isExpired,
  isOfTime,
  isUnknown,
  MAX_SKEW_MS,
  type Refusal,
} from './refusal.js';

/** Signing keys are kept by day and secret; renewed credentials must not pile them up. */
const MAX_KEPT_KEYS = 16;

/** Signs each attempt with Signature Version 4. The signer is loaded with the first one. */
export function sigv4Authorizer(options: {
  /** As signatures name the service: `nova-act`, `s3`. */
  service: string;
  region: string;
  credentials: RenewedCredentials;
  clock: CorrectedClock;
}): Authorizer {
  const { service, region, clock } = options;
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
      const signedMs = clock.now();
      const signer = new AwsV4Signer({
        ...request,
        headers: { ...request.headers },
        accessKeyId,
        secretAccessKey,
        ...(sessionToken ? { sessionToken } : {}),
        service,
        region,
        datetime: amzDate(signedMs),
        cache: keys,
      });
      const { headers } = await signer.sign();
      return {
        headers: Object.fromEntries(headers),
        secrets: [
          ...signatureIn(headers.get('authorization')),
          accessKeyId,
          secretAccessKey,
          ...(sessionToken ? [sessionToken] : []),
        ],
        amend: (refusal) => amend(refusal, { used: credentials, signedMs }, provide, clock),
      };
    },
  };
}

async function amend(
  refusal: Refusal,
  { used, signedMs }: { used: FoundCredentials; signedMs: number },
  credentials: RenewedCredentials,
  clock: CorrectedClock,
): Promise<Amendment | undefined> {
  const { serverMs } = refusal;
  if (serverMs !== undefined && isOfTime(refusal, signedMs)) {
    // A request that lay about, while the machine slept, needs no more than a signature of now.
    if (Math.abs(serverMs - clock.now()) > MAX_SKEW_MS) clock.correct(serverMs);
    return 'time';
  }
  if (!isExpired(refusal) && !isUnknown(refusal)) {
    credentials.refused();
    return undefined;
  }
  return (await credentials.replace(used, isExpired(refusal))) ? 'credentials' : undefined;
}

/** The signature, and the header as a whole, which let whoever reads them send the request again. */
function signatureIn(authorization: string | null): string[] {
  if (!authorization) return [];
  const signature = /Signature=([0-9a-f]+)/.exec(authorization)?.[1];
  return signature ? [authorization, signature] : [authorization];
}

/** Found here, because the platform's own complaint about a header quotes its value. */
export function demandHeaderText(text: string, name: string): void {
  if (/^[!-~]*$/.test(text)) return;
  throw new AuthError(`The AWS credentials' ${name} has characters that no header takes`);
}

/** `20250822T091500Z` */
export function amzDate(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/[:-]|\.\d{3}/g, '');
}
