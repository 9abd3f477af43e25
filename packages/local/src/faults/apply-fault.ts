import type { Answer } from '../surface/answer.js';
import { ServiceFault } from '../surface/service-fault.js';
import type { Fault } from './fault.js';

export interface FaultTools {
  /** Executes the request and gives its answer. */
  execute: () => Promise<Answer>;
  /** Resolves after `ms`; rejects when the client goes away. */
  pause: (ms: number) => Promise<void>;
}

const noAnswer = { status: 0, headers: {}, body: '' };

/** Answers a request as `fault` wants it. Throws a {@link ServiceFault} where the answer is an ordinary error. */
export async function applyFault(fault: Fault, { execute, pause }: FaultTools): Promise<Answer> {
  const { retryAfterSeconds } = fault;
  const retryAfter = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  switch (fault.kind) {
    case 'latency':
      await pause(fault.latencyMs ?? 0);
      return execute();
    case 'throttle':
      throw new ServiceFault('Rate exceeded', { kind: 'throttled', ...retryAfter });
    case 'quota':
      throw new ServiceFault('The daily quota is used up', { kind: 'quota' });
    case 'guardrail':
      throw new ServiceFault('A guardrail intervened', { kind: 'guardrail' });
    case 'status':
      throw new ServiceFault('A fault made on purpose', {
        kind: 'internal',
        status: fault.status ?? 500,
        ...(fault.reason === undefined ? {} : { reason: fault.reason }),
        ...retryAfter,
      });
    case 'malformed':
      return { ...(await execute()), body: fault.body ?? '<html>not JSON' };
    case 'truncate':
      return { ...(await execute()), delivery: 'truncate' };
    case 'silent':
    case 'reset':
      return { ...noAnswer, delivery: fault.kind };
    case 'silent-after-execute':
      return { ...(await execute()), delivery: 'silent' };
    case 'reset-after-execute':
      return { ...(await execute()), delivery: 'reset' };
  }
}
