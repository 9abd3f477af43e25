import {
  type Clock,
  connect,
  type ServiceOptions,
  type ServiceSeams,
  whyUnreachable,
} from '@nova-act/core/runtime';
import { type Check, failed, ok, warning } from '../check.js';

const REACH_MS = 10_000;
/** What AWS allows a signature's time to be off by. */
const MOST_OFF_MS = 5 * 60_000;

/** Whether the service answers, and whether its clock agrees with this machine's. */
export function endpointChecks(options: ServiceOptions & ServiceSeams, clock: Clock): Check[] {
  let offByMs: number | undefined;
  const endpoint: Check = {
    name: 'endpoint',
    deadlineMs: REACH_MS,
    async look(signal) {
      const { endpointUrl, transport } = connect(options);
      const startMs = clock.now();
      try {
        // Whatever it answers to a request that is not signed, it is there.
        const answer = await transport.fetch(endpointUrl, { redirect: 'manual', signal });
        await answer.body?.cancel();
        const tookMs = clock.now() - startMs;
        const date = Date.parse(answer.headers.get('date') ?? '');
        // It was written somewhere on the way.
        if (!Number.isNaN(date)) offByMs = date - (startMs + tookMs / 2);
        return ok(`${endpointUrl} answers in ${tookMs} ms`, { endpointUrl, tookMs });
      } catch (error) {
        signal.throwIfAborted();
        const why =
          whyUnreachable(error) ?? (error instanceof Error ? error.message : String(error));
        return failed(
          `${endpointUrl} could not be reached: ${why}`,
          'Look at --region, AWS_ENDPOINT_URL_NOVA_ACT and NOVA_ACT_ENDPOINT_URL, and at the proxy.',
          { endpointUrl },
        );
      }
    },
  };
  const time: Check = {
    name: 'clock',
    deadlineMs: 1_000,
    after: 'endpoint',
    look() {
      if (offByMs === undefined) return ok('the service does not say its time');
      // The header has whole seconds.
      const seconds = Math.round(Math.abs(offByMs) / 1_000);
      const facts = { offByMs: Math.round(offByMs) };
      if (seconds <= 2) return ok('agrees with the service’s', facts);
      const words = `${seconds} s ${offByMs > 0 ? 'behind' : 'ahead of'} the service’s`;
      if (Math.abs(offByMs) < MOST_OFF_MS) return ok(words, facts);
      return warning(
        words,
        'Set this machine’s clock. Requests are signed with the service’s time meanwhile.',
        facts,
      );
    },
  };
  return [endpoint, time];
}
