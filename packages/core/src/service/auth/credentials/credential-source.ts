import type { Environment } from '../../../config.js';
import type { Logger } from '../../../logger.js';
import type { FoundCredentials, MfaCodeProvider } from '../aws-credentials.js';
import type { CorrectedClock } from '../corrected-clock.js';

/** One place that credentials come from. */
export interface CredentialSource {
  /** As errors and the log call it: `the credential_process of the profile work`. */
  readonly name: string;
  /** For credentials without an end: how long they are used before the source is asked again. */
  readonly undatedMs: number;
  /** @throws AuthError that names the source and says what to do. */
  provide(): Promise<FoundCredentials>;
  /** What was given has ended, or is not known where it was used; whether there are others now. */
  replace?(used: FoundCredentials, haveEnded: boolean): Promise<boolean>;
}

/** What sources need of the world around them. */
export interface SourceContext {
  readonly region: string;
  readonly env: Environment;
  readonly clock: CorrectedClock;
  readonly logger: Logger;
  /** For STS and the SSO portal: the way out that the service's requests take as well. */
  readonly fetch: typeof fetch;
  /** How often a source is asked that did not answer. */
  readonly attempts: number;
  readonly mfaCode: MfaCodeProvider | undefined;
  /** Aborted when nobody waits for the answer any more: the process may end without it. */
  readonly unattended: AbortSignal;
}

/** Files may be written anew at any moment, and are read at once. */
export const FILE_MS = 5_000;
/** What runs or asks something, and gave no end: often enough to notice a change, and no more. */
export const ASKED_MS = 60_000;
