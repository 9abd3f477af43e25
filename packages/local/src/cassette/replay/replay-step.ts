import { type Page, readPage, type ScrollsMade } from '@nova-act/rules/page';
import { isToolCall, observe, plainName } from '../../model/actions.js';
import type { ModelCall, ModelStep } from '../../model/local-model.js';
import { wireText } from '../../model/wire-text.js';
import { withBox } from '../calls/boxed-call.js';
import { outcomeOf } from '../calls/outcome.js';
import type { Aim, RecordedCall, StepLine } from '../file/cassette-format.js';
import type { Recording } from '../file/read-cassette.js';
import { fillText, type Secrets } from '../secrets/fill-secrets.js';
import { mapCallTexts } from '../secrets/hide-in.js';
import { aimCall } from './aim-call.js';

/** Where an act stands in its recording. */
export interface Replay {
  readonly recording: Recording;
  readonly secrets: Secrets;
  /** The recorded step in hand and the call in it that comes next, counted from 0. */
  stepAt: number;
  callAt: number;
  /** What was tried to bring the next call's target into view. */
  aiming: ScrollsMade;
  /** How often the page was looked at again for it. */
  looks: number;
  /** The recorded step whose calls the client has just answered; undefined when they were but looks or scrolls. */
  performed: number | undefined;
  answered?: { step: number; program: ModelCall[] };
}

export function beginReplay(recording: Recording, secrets: Secrets): Replay {
  return {
    recording,
    secrets,
    stepAt: 0,
    callAt: 0,
    aiming: { scrolls: [] },
    looks: 0,
    performed: undefined,
  };
}

const looking = new Set(['think', 'waitForPageToSettle', 'takeObservation']);
const ending = new Set(['return', 'throw', 'throwAgentError']);

/** The next program of a replayed act: the recorded one, aimed at the page as it is. */
export function nextProgram(replay: Replay, step: ModelStep, maxLooks: number): ModelCall[] {
  const surprise = unrecordedRedirect(replay, step);
  if (surprise !== undefined) return [fail(surprise)];
  replay.performed = undefined;
  const program: ModelCall[] = [];
  for (;;) {
    const line = replay.recording.steps[replay.stepAt];
    if (!line) return [fail(sayEnd(replay.recording))];
    const stop = addCalls(replay, line, step, program, maxLooks);
    if (stop) return stop;
    replay.stepAt++;
    replay.callAt = 0;
    if (program.length > 0) return program;
  }
}

/** Adds the calls of one recorded step. Gives the program when it must end before they are all in it. */
function addCalls(
  replay: Replay,
  line: StepLine,
  step: ModelStep,
  program: ModelCall[],
  maxLooks: number,
): ModelCall[] | undefined {
  let page: Page | undefined;
  const where = `Step ${line.step} of the recorded act`;
  for (; replay.callAt < line.calls.length; replay.callAt++) {
    const recorded = line.calls[replay.callAt];
    if (!recorded) return undefined;
    const unknown: string[] = [];
    const name = plainName(recorded.name);
    const call = mapCallTexts(recorded, (text) =>
      fillText(text, name === 'return' ? replay.secrets : wired(replay.secrets), (missing) =>
        unknown.push(missing),
      ),
    );
    const refused = refuse(name, unknown, step);
    if (refused !== undefined) return [fail(`${where} ${refused}.`)];
    if (ending.has(name)) return [...program, bare(call)];
    if (!hasAim(call)) {
      program.push(bare(call));
      replay.performed = replay.stepAt;
      continue;
    }
    const { observation } = step;
    if (!observation) return program.some(acts) ? [...program, ...observe] : [...observe];
    if (observation.simplifiedDOM.trim() !== '') page ??= readPage(observation);
    const aimed = aimCall(call, { observation, page, recorded: line.page }, replay.aiming);
    if ('box' in aimed) {
      program.push(withBox(bare(call), aimed.box));
      replay.aiming = { scrolls: [] };
      replay.looks = 0;
      replay.performed = replay.stepAt;
    } else if (program.some(acts)) {
      // What comes before it may be what brings it; and a scroll would move what is aimed at already.
      replay.aiming = { scrolls: [] };
      return [...program, ...observe];
    } else if ('scroll' in aimed) {
      return [...program, aimed.scroll, ...observe];
    } else if (replay.looks < maxLooks && page) {
      replay.looks++;
      return [...program, { name: 'wait', input: [1] }, ...observe];
    } else {
      return [fail(`${where} ${aimed.missing}.`)];
    }
  }
  return undefined;
}

/** As texts are written in calls; a `return` is kept as it stands. */
function wired(secrets: Secrets): Secrets {
  return new Map([...secrets].map(([name, secret]) => [name, wireText(secret)]));
}

function refuse(name: string, unknown: readonly string[], step: ModelStep): string | undefined {
  if (unknown.length > 0)
    return `needs ${unknown.join(' and ')}, which the cassette does not hold and this act's task does not tell. Give it to replayModel in secrets`;
  if (isToolCall(name) && !step.toolSpecs.some((tool) => plainName(tool.name) === name))
    return `calls the tool ${name}, which this act does not offer`;
  return undefined;
}

/** The agent took no redirect here when it was recorded, so what it would do about it is not known. */
function unrecordedRedirect(replay: Replay, step: ModelStep): string | undefined {
  if (replay.performed === undefined) return undefined;
  const redirect = step.callResults.find(({ text }) => outcomeOf(text) === 'AgentRedirectError');
  if (!redirect) return undefined;
  const performed = replay.recording.steps[replay.performed];
  const answered = replay.recording.steps[replay.performed + 1];
  if (answered?.results.some(({ outcome }) => outcome === 'AgentRedirectError')) return undefined;
  const name = plainName(redirect.name ?? redirect.callId);
  return `Step ${performed?.step} of the recorded act went through when it was recorded; now ${name} is answered with ${redirect.text}`;
}

function sayEnd({ file, steps }: Recording): string {
  return `The recording ${file} stops after step ${steps.length}, before the act had come to its end. Record it again.`;
}

function acts({ name }: ModelCall): boolean {
  return !looking.has(plainName(name));
}

function hasAim(call: RecordedCall): call is RecordedCall & { aim: Aim } {
  return call.aim !== undefined;
}

function bare({ name, input }: RecordedCall): ModelCall {
  return { name, input };
}

function fail(message: string): ModelCall {
  return { name: 'throw', input: [message] };
}
