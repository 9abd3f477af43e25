import type { Actuator } from '../browser/actuator.js';
import type { Clock } from '../deadline/clock.js';
import type { StateGuardrail } from '../guardrails/state-guardrail.js';
import type { HumanInput } from '../human/human-input.js';
import type { Logger } from '../logger.js';
import type { Vault } from '../secrets/vault.js';
import type { NovaActService } from '../service/nova-act-service.js';
import type { NovaActTool } from '../tools/tool-definition.js';
import type { SessionPath } from '../wire/operations.js';
import type { ActEvent } from './events.js';
import type { LooseEnds } from './loose-ends.js';
import type { PauseGate } from './pause-gate.js';
import type { OpenMemory } from './step-memory.js';

/** What a session lends to each of its acts. */
export interface ActEnvironment {
  readonly service: NovaActService;
  readonly actuator: Actuator;
  readonly path: SessionPath;
  readonly tools: ReadonlyMap<string, NovaActTool>;
  readonly human: HumanInput | undefined;
  /** How long a person may take for one answer. */
  readonly humanTimeoutMs: number;
  readonly guardrail: StateGuardrail | undefined;
  /** Where the session remembers its acts. */
  readonly openMemory?: OpenMemory | undefined;
  /** Whether anybody hears the events, and may look at the pictures in them. Default true. */
  readonly isWatched?: boolean | undefined;
  readonly secrets: Vault;
  /** Passed before each step and each call. */
  readonly gate: Pick<PauseGate, 'pass'>;
  readonly looseEnds: LooseEnds;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Signals that end every act of the session: the session's own, the workflow's, its stop. */
  readonly signals: readonly (AbortSignal | undefined)[];
  emit(event: ActEvent): void;
}
