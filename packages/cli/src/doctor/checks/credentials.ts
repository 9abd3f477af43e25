import { isNovaActError } from '@nova-act/core';
import {
  type CredentialReport,
  credentialReport,
  isLoopback,
  type ServiceOptions,
  type ServiceSeams,
} from '@nova-act/core/runtime';
import { timeText } from '../../output/times.js';
import { type Check, type Finding, failed, ok, warning } from '../check.js';

/** Instance metadata, SSO and STS have deadlines of their own, each below this. */
const SEARCH_MS = 30_000;

const REMEDY =
  'Mend that, or name others: --profile, AWS_PROFILE, NOVA_ACT_API_KEY. Without an account: --local, here and with act and get.';

/** Where the credentials come from, and for whom AWS takes who has them. */
export const credentialsCheck = (
  options: ServiceOptions & ServiceSeams,
  endpointUrl: () => string,
): Check => ({
  name: 'credentials',
  deadlineMs: SEARCH_MS,
  async look(signal) {
    let report: CredentialReport;
    try {
      report = await credentialReport(options, signal);
    } catch (error) {
      if (!isNovaActError(error) || error.code !== 'AUTH_NOT_RESOLVED') throw error;
      return failed(error.message, REMEDY);
    }
    const { kind, source, expiration, accessKeyIdEnd } = report;
    const facts = { kind, source, accessKeyIdEnd, expiration };
    if (kind === 'api-key') return ok(`an API key from ${source}`, facts);
    const until = expiration === undefined ? '' : `, until ${timeText(expiration)}`;
    const from = `from ${source} (…${accessKeyIdEnd})${until}`;
    // The keys of a service on this machine are none of AWS's.
    if (isLoopback(new URL(endpointUrl()).hostname)) {
      return ok(`${from}, for the service on this machine`, facts);
    }
    return withIdentity(report, from, facts);
  },
});

async function withIdentity(
  { identity }: CredentialReport,
  from: string,
  facts: Record<string, unknown>,
): Promise<Finding> {
  try {
    const who = await identity?.();
    return ok(`${who?.arn}, ${from}`, { ...facts, ...who });
  } catch (error) {
    // A network may let nobody ask STS, and the service be reached all the same.
    const why = error instanceof Error ? error.message : String(error);
    return warning(`${from}. ${why}`, 'Give other credentials, or let STS be reached.', facts);
  }
}
