import { type IntentState, newIntentState } from './find/intent-state.js';
import type { SentForm } from './find/sent-form.js';
import type { ModelStep } from './model.js';
import type { PlannedIntent } from './prompt/intents.js';

/** What the model keeps of an act from step to step. */
export interface ActMemory {
  plan: PlannedIntent[] | undefined;
  cursor: number;
  state: IntentState;
  /** The last program finishes the intent in hand, unless its result says otherwise. */
  pendingDone: boolean;
  acted: boolean;
  lastField: { name: string; value: string } | undefined;
  lastSelect: string | undefined;
  suggesting: { field: { name: string; value: string }; before: ReadonlySet<string> } | undefined;
  questions: string[];
  /** The form that the last program sends off, and the fields that the act has typed into. */
  sent: SentForm | undefined;
  typed: string[];
  /** The last program's calls on the page, as they were sent. */
  asked: string;
  /** An answer that was asked for before more was done. */
  given: string | undefined;
  visited: string[];
}

const memories = new WeakMap<Record<string, unknown>, ActMemory>();

/** The memory of a step's act; made at its first step. */
export function memoryOf(step: ModelStep): ActMemory {
  const known = memories.get(step.memory);
  if (known !== undefined) return known;
  const fresh: ActMemory = {
    plan: undefined,
    cursor: 0,
    state: newIntentState(),
    pendingDone: false,
    acted: false,
    lastField: undefined,
    lastSelect: undefined,
    suggesting: undefined,
    questions: [],
    sent: undefined,
    typed: [],
    asked: '',
    given: undefined,
    visited: [],
  };
  memories.set(step.memory, fresh);
  return fresh;
}
