import type { JsonValue, LocalModel, ModelCall, ModelStep } from './local-model.js';

/** A call, or for short: a name, or a name and its input. */
export type ScriptedCall = ModelCall | string | readonly [name: string, ...input: JsonValue[]];

/** What a script answers to one step. */
export type ScriptedProgram = readonly ScriptedCall[];

/**
 * A model that answers as it is told, for tests.
 *
 * Give a function, and it answers each step. Give a list of programs, and step 1 of every act gets the first, step 2
 * the second, and so on, counted from `firstStep` where another model went before; an act that goes on for longer gets a
 * `throw` that says so. A request that the client repeats gets the same program again.
 *
 * @example scriptedModel([[['agentClick', '<box>10,10,20,20</box>'], 'takeObservation'], [['return', '"done"']]])
 */
export function scriptedModel(
  script:
    | readonly ScriptedProgram[]
    | ((step: ModelStep) => ScriptedProgram | Promise<ScriptedProgram>),
): LocalModel {
  if (typeof script !== 'function' && !Array.isArray(script))
    throw new TypeError(
      `scriptedModel takes a function or a list of programs, not ${typeof script}`,
    );
  const answer =
    typeof script === 'function'
      ? script
      : ({ step, firstStep = 1 }: ModelStep): ScriptedProgram =>
          script[step - firstStep] ?? [['throw', `The script has no program for step ${step}`]];
  return {
    name: 'scripted',
    step: async (step) => (await answer(step)).map(toCall),
  };
}

function toCall(call: ScriptedCall): ModelCall {
  if (typeof call === 'string') return { name: call, input: [] };
  if (!isTuple(call)) return call;
  const [name, ...input] = call;
  return { name, input };
}

function isTuple(
  call: ModelCall | readonly [string, ...JsonValue[]],
): call is readonly [string, ...JsonValue[]] {
  return Array.isArray(call);
}
