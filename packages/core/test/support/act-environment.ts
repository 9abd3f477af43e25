import type { ActEnvironment } from '../../src/act/act-environment.js';
import type { NovaActEvent } from '../../src/act/events.js';
import { LooseEnds } from '../../src/act/loose-ends.js';
import { PauseGate } from '../../src/act/pause-gate.js';
import { systemClock } from '../../src/deadline/clock.js';
import { silentLogger } from '../../src/logger.js';
import { vaultOf } from '../../src/secrets/check-secrets.js';
import { fakeActuator } from './fake-actuator.js';
import { type Answer, fakeService } from './fake-service.js';

/** An act's surroundings made of fakes; any part can be replaced. */
export function actEnvironment(
  answers: Answer[],
  parts: Partial<Omit<ActEnvironment, 'gate'>> = {},
) {
  const events: NovaActEvent[] = [];
  const service = fakeService(answers);
  const actuator = fakeActuator();
  const env: ActEnvironment & { readonly gate: PauseGate } = {
    service,
    actuator,
    path: { workflowDefinitionName: 'flights', workflowRunId: 'run-1', sessionId: 'session-1' },
    tools: new Map(),
    human: undefined,
    humanTimeoutMs: 1_800_000,
    guardrail: undefined,
    secrets: vaultOf(undefined),
    gate: new PauseGate(),
    looseEnds: new LooseEnds(silentLogger),
    clock: systemClock,
    logger: silentLogger,
    signals: [],
    emit: (event) => events.push(event),
    ...parts,
  };
  return { env, service, actuator, events };
}
