import type { CorrectedClock } from './corrected-clock.js';
import type { RenewedCredentials } from './credentials/renewed.js';
import { amzDate, demandHeaderText } from './sigv4.js';

export interface Presigning {
  /** As signatures name the service. */
  readonly service: string;
  readonly region: string;
  readonly credentials: RenewedCredentials;
  readonly clock: CorrectedClock;
}

/**
 * A link that lets whoever has it do one GET until it ends, without credentials of their own. It ends
 * before that where the credentials do.
 * @throws AuthError
 */
export async function presignedUrl(
  url: string,
  expiresInSeconds: number,
  { service, region, credentials: provide, clock }: Presigning,
): Promise<string> {
  const [{ AwsV4Signer }, credentials] = await Promise.all([import('aws4fetch'), provide()]);
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  demandHeaderText(accessKeyId, 'accessKeyId');
  const link = new URL(url);
  link.searchParams.set('X-Amz-Expires', String(expiresInSeconds));
  const signer = new AwsV4Signer({
    method: 'GET',
    url: link.href,
    accessKeyId,
    secretAccessKey,
    ...(sessionToken ? { sessionToken } : {}),
    service,
    region,
    datetime: amzDate(clock.now()),
    signQuery: true,
  });
  const signed = await signer.sign();
  return signed.url.href;
}
