import type { LocalModel, ModelCall, ModelStep } from '../../model/local-model.js';
import { knownOptions } from '../../options/known-options.js';
import { refuseUnknown } from '../../options/refuse-unknown.js';
import { type Recording, readCassette } from '../file/read-cassette.js';
import { recordingChooser } from './choose-recording.js';
import { beginReplay, nextProgram, type Replay } from './replay-step.js';

/**
 * Options of `replayModel`, and of the `replay` of a local service: which cassette answers, and how long a target
 * is looked for.
 */
export interface ReplayOptions {
  /** A directory that was recorded into, or a file of acts: one of such a directory, or what the console gives. */
  directory: string;
  /**
   * How often a page on which a target is missing is looked at again, a second later, before the act ends with a
   * `throw` that names the target. 0 or more. Default: 2.
   */
  maxLooks?: number | undefined;
  /**
   * Texts that the cassette does not hold, by their placeholder (`{{secret:1}}`), for acts whose task does not tell
   * them. The same for all acts.
   */
  secrets?: Readonly<Record<string, string>> | undefined;
  /**
   * Who goes on, and from where: the recorded steps before that are played, and the page that they have led to is the
   * model's. So are acts that the cassette does not have. It is given what was done so far as `history`;
   * `rulesModel()`, which keeps its own notes of an act, begins with the prompt anew. Default: nobody, all is played,
   * and an act that the cassette does not have fails.
   */
  goOn?:
    | {
        /**
         * The first recorded step, of each act, that is not played: a whole number from 1. Default: none, all are
         * played, and the model goes on where a recording stops before its act had come to its end.
         */
        readonly step?: number | undefined;
        /** Who answers from there to the act's end. */
        readonly model: LocalModel;
      }
    | undefined;
}

const known = knownOptions<ReplayOptions>('replayModel', {
  directory: true,
  maxLooks: true,
  secrets: true,
  goOn: true,
});

/**
 * Answers from a cassette, without a network.
 *
 * An act is matched by its task, and each recorded call is aimed anew: what was under its box is looked for on the
 * page as it is now, wherever it stands, and scrolled to first when it is out of sight. What can't be found ends the
 * act with a `throw` that says what was looked for and what came nearest.
 *
 * Throws a CassetteError when `directory` holds no cassette that this release can read, and a TypeError when an
 * option is wrong.
 */
export function replayModel(options: ReplayOptions): LocalModel {
  refuseUnknown(options, known);
  const { directory, maxLooks = 2, secrets = {}, goOn } = options;
  if (!Number.isInteger(maxLooks) || maxLooks < 0)
    throw new TypeError(`replayModel: maxLooks must be a whole number from 0, is ${maxLooks}`);
  if (goOn?.step !== undefined && !(Number.isInteger(goOn.step) && goOn.step >= 1))
    throw new TypeError(`replayModel: goOn.step must be a whole number from 1, is ${goOn.step}`);
  if (goOn !== undefined && typeof goOn.model?.step !== 'function')
    throw new TypeError('replayModel: goOn.model must be a model, with a name and a step');
  return replayRecordings(readCassette(directory), { maxLooks, secrets, goOn });
}

/** The same with acts that have been read. */
export function replayRecordings(
  recordings: readonly Recording[],
  {
    maxLooks,
    secrets,
    goOn,
  }: {
    maxLooks: number;
    secrets: Readonly<Record<string, string>>;
    goOn?: ReplayOptions['goOn'];
  },
): LocalModel {
  const choose = recordingChooser(recordings, goOn !== undefined);
  const replays = new WeakMap<object, Replay>();
  /** The step from which each act is no replay any more. */
  const handedOver = new WeakMap<object, number>();

  function askNext(next: LocalModel, step: ModelStep) {
    const firstStep = handedOver.get(step.memory) ?? step.step;
    handedOver.set(step.memory, firstStep);
    return next.step({ ...step, firstStep });
  }

  function replayOf(step: ModelStep): Replay | { missing: string } {
    const known = replays.get(step.memory);
    if (known) return known;
    if (step.step !== 1)
      return {
        missing: `This act was at step ${step.step} when the replaying service was started: run it from its beginning.`,
      };
    const chosen = choose(step.task, step.workflowRunId);
    if ('missing' in chosen) return chosen;
    const replay = beginReplay(
      chosen.recording,
      new Map([...Object.entries(secrets), ...chosen.secrets]),
    );
    replays.set(step.memory, replay);
    return replay;
  }

  return {
    name: goOn === undefined ? 'replay' : `replay, then ${goOn.model.name}`,
    step(step) {
      if (goOn && handedOver.has(step.memory)) return askNext(goOn.model, step);
      const replay = replayOf(step);
      if ('missing' in replay)
        return goOn && step.step === 1 ? askNext(goOn.model, step) : [fail(replay.missing)];
      // A request that the client repeats is answered as it was.
      if (replay.answered?.step === step.step) return replay.answered.program;
      if (goOn && replay.stepAt >= stepsPlayed(replay, goOn.step)) return askNext(goOn.model, step);
      const program = nextProgram(replay, step, maxLooks);
      replay.answered = { step: step.step, program };
      return program;
    },
  };
}

const stepsPlayed = ({ recording: { steps } }: Replay, goOnStep = Infinity) =>
  Math.min(goOnStep - 1, steps.length);

function fail(message: string): ModelCall {
  return { name: 'throw', input: [message] };
}
