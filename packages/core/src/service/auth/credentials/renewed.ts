import type { Clock } from '../../../deadline/clock.js';
import { onAbort } from '../../../deadline/on-abort.js';
import { preempt } from '../../../deadline/pre-empt.js';
import { AuthError } from '../../../errors/index.js';
import type { Logger } from '../../../logger.js';
import type { FoundCredentials } from '../aws-credentials.js';
import type { CredentialSource } from './credential-source.js';

/** Credentials are replaced this long before they end, so that none ends on its way … */
const EARLY_MS = 5 * 60_000;
/** … or in the last quarter of a shorter life. */
const EARLY_SHARE = 0.25;
/** How long a request waits for a renewal while it could go on with what there is. */
const PATIENCE_MS = 2_000;
/** After a failed renewal the source is left alone for so long. */
const REST_MS = 10_000;
/** The process lives as long as somebody waits; every source has a deadline of its own. */
const LONGEST_MS = 2_147_483_647;
const { signal: NEVER } = new AbortController();

export interface RenewedCredentials {
  /** @param until the caller waits no longer than that. */
  (until?: AbortSignal): Promise<FoundCredentials>;
  /** The service may have refused what there is: the next who needs it has it asked for anew. */
  refused(): void;
  /**
   * The service does not take `used`: asks for others now. Resolves to whether there are. Those that
   * have ended are forgotten.
   * @throws AuthError where they have ended and the source gives none.
   */
  replace(used: FoundCredentials, haveEnded: boolean): Promise<boolean>;
}

interface Kept {
  readonly credentials: FoundCredentials;
  readonly endMs: number;
  renewAtMs: number;
}

interface Renewal {
  readonly credentials: Promise<FoundCredentials>;
  /** How many wait for it; aborted when the last one has left. */
  waiting: number;
  readonly unattended: AbortController;
}

/**
 * Keeps what a source gave until it ends, and renews it shortly before. Everybody who waits shares one
 * renewal. One that fails or hangs while the old credentials are good is told to the logger alone; a
 * failure is not kept.
 *
 * @param choose names the source anew for each renewal: files may have changed. Its signal is aborted
 *   when nobody waits for this renewal any more: it must not keep the process alive then.
 */
export function renewed(
  choose: (unattended: AbortSignal) => CredentialSource,
  { clock, logger }: { clock: Clock; logger: Logger },
): RenewedCredentials {
  let kept: Kept | undefined;
  let renewal: Renewal | undefined;
  let replacedAtMs = Number.NEGATIVE_INFINITY;

  async function ask(unattended: AbortSignal): Promise<FoundCredentials> {
    try {
      const source = choose(unattended);
      const credentials = await source.provide();
      kept = keep(credentials, source, clock.now());
      return credentials;
    } catch (error) {
      if (kept && clock.now() < kept.endMs) {
        kept.renewAtMs = clock.now() + REST_MS;
        logger.warn('Credentials could not be renewed; those at hand have not ended', {
          reason: error instanceof Error ? error.message : String(error),
          ...(Number.isFinite(kept.endMs) ? { endsAt: new Date(kept.endMs).toISOString() } : {}),
        });
      }
      throw error;
    }
  }

  function begin(): Renewal {
    const unattended = new AbortController();
    const credentials = ask(unattended.signal).finally(() => {
      renewal = undefined;
    });
    return { credentials, waiting: 0, unattended };
  }

  async function join(until: AbortSignal = NEVER): Promise<FoundCredentials> {
    renewal ??= begin();
    const joined = renewal;
    joined.waiting += 1;
    const stop = clock.after(LONGEST_MS, () => {});
    let here = true;
    const leave = () => {
      if (!here) return;
      here = false;
      stop();
      joined.waiting -= 1;
      if (joined.waiting === 0) joined.unattended.abort(new Error('nobody waits any more'));
    };
    const off = onAbort(until, leave);
    try {
      return await preempt(joined.credentials, until);
    } finally {
      off();
      leave();
    }
  }

  const provide = async (until?: AbortSignal) => {
    const now = clock.now();
    if (!kept || now >= kept.endMs) return join(until);
    if (now < kept.renewAtMs || renewal) return kept.credentials;
    return orAtHand(join, kept.credentials, clock);
  };
  return Object.assign(provide, {
    refused() {
      if (kept) kept.renewAtMs = Math.min(kept.renewAtMs, clock.now());
    },
    async replace(used: FoundCredentials, haveEnded: boolean) {
      if (kept && !isSame(kept.credentials, used)) return true;
      // The source gave the same a moment ago, and would do it for each request.
      if (!renewal && clock.now() - replacedAtMs < REST_MS) return false;
      replacedAtMs = clock.now();
      if (haveEnded) kept = undefined;
      try {
        return !isSame(await join(), used);
      } catch (error) {
        // Told to the logger; what the service said is the better reason.
        if (!haveEnded) return false;
        throw error;
      }
    },
  });
}

const isSame = (one: FoundCredentials, other: FoundCredentials): boolean =>
  one.accessKeyId === other.accessKeyId &&
  one.secretAccessKey === other.secretAccessKey &&
  one.sessionToken === other.sessionToken;

function keep(credentials: FoundCredentials, source: CredentialSource, nowMs: number): Kept {
  const endMs = credentials.expiration?.getTime();
  if (endMs === undefined) {
    const renewAtMs = nowMs + source.undatedMs;
    return { credentials, endMs: Number.POSITIVE_INFINITY, renewAtMs };
  }
  if (endMs <= nowMs) {
    const at = credentials.expiration?.toISOString();
    throw new AuthError(`The credentials from ${source.name} expired at ${at}`);
  }
  const earlyMs = Math.min(EARLY_MS, (endMs - nowMs) * EARLY_SHARE);
  return { credentials, endMs, renewAtMs: endMs - earlyMs };
}

/** What is renewed, when that is soon; else what there is. */
async function orAtHand(
  renewal: (until: AbortSignal) => Promise<FoundCredentials>,
  atHand: FoundCredentials,
  clock: Clock,
): Promise<FoundCredentials> {
  const patience = new AbortController();
  const stop = clock.after(PATIENCE_MS, () => patience.abort());
  try {
    return await renewal(patience.signal);
  } catch {
    // Told to the logger where it failed.
    return atHand;
  } finally {
    stop();
  }
}
