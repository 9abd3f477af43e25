import type { Clock } from '../../deadline/clock.js';
import type { AwsCredentialProvider, AwsCredentials } from './aws-credentials.js';

/** Credentials are replaced this long before they end, so that none ends on its way. */
const EARLY_MS = 5 * 60_000;
/** Without an end of their own, a provider is asked again after this: it may have changed its mind. */
const UNDATED_MS = 60_000;

/**
 * Keeps what `provider` gave until shortly before it ends, and asks once for all requests that wait
 * at that moment. A failure is not kept: the next request asks again.
 */
export function renewed(provider: AwsCredentialProvider, clock: Clock): AwsCredentialProvider {
  let kept: { credentials: AwsCredentials; untilMs: number } | undefined;
  let asking: Promise<AwsCredentials> | undefined;

  async function ask(): Promise<AwsCredentials> {
    try {
      const credentials = await provider();
      const endMs = credentials.expiration?.getTime();
      const untilMs = endMs === undefined ? clock.now() + UNDATED_MS : endMs - EARLY_MS;
      kept = { credentials, untilMs };
      return credentials;
    } finally {
      asking = undefined;
    }
  }

  return async () => {
    if (kept && clock.now() < kept.untilMs) return kept.credentials;
    asking ??= ask();
    return asking;
  };
}
