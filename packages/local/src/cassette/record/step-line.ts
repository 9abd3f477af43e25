import { readPage } from '@nova-act/rules/page';
import { plainName } from '../../model/actions.js';
import type {
  ModelCall,
  ModelCallResult,
  ModelObservation,
  ModelStep,
} from '../../model/local-model.js';
import { typedText } from '../calls/boxed-call.js';
import { outcomeOf } from '../calls/outcome.js';
import type { ActEnd, RecordedPage, RecordedResult, StepLine } from '../file/cassette-format.js';
import { recordCall } from './record-call.js';

/** A text that a call types; `secret` when it goes into a field whose content nobody should see. */
export interface Typed {
  text: string;
  secret: boolean;
}

/** One request and its program as the cassette keeps them, secrets still in place. */
export function stepLine(
  step: ModelStep,
  calls: readonly ModelCall[],
  screenshot: string | undefined,
): { line: Omit<StepLine, 'durationMs'>; typed: Typed[] } {
  const { observation } = step;
  const captured = (observation?.simplifiedDOM.trim() ?? '') !== '';
  const page = captured && observation ? readPage(observation) : undefined;
  const seen = calls.map((call) => recordCall(call, observation, page));
  return {
    line: {
      kind: 'step',
      step: step.step,
      ...(observation ? { page: pageOf(observation, captured, screenshot) } : {}),
      results: step.callResults.map(toResult),
      calls: seen.map(({ call }) => call),
    },
    typed: seen.flatMap(({ call, secret }) => {
      const text = typedText(call);
      return text === undefined ? [] : [{ text, secret }];
    }),
  };
}

function toResult({ name, callId, text }: ModelCallResult): RecordedResult {
  return { name: plainName(name ?? callId), outcome: outcomeOf(text) };
}

function pageOf(
  { activeURL, browserDimensions }: ModelObservation,
  captured: boolean,
  screenshot: string | undefined,
): RecordedPage {
  const { windowWidth, windowHeight, scrollLeft, scrollTop } = browserDimensions;
  return {
    url: activeURL,
    windowWidth,
    windowHeight,
    scrollLeft,
    scrollTop,
    captured,
    ...(screenshot === undefined ? {} : { screenshot }),
  };
}

/** The picture of a step as a file beside the act's. Undefined when the observation has none. */
export function screenshotOf(
  { observation, step }: ModelStep,
  actFile: string,
): { file: string; bytes: Uint8Array } | undefined {
  const found = /^data:image\/(jpeg|png|webp);base64,/.exec(observation?.screenshotBase64 ?? '');
  if (!observation || !found) return undefined;
  const name = `${actFile.replace(/\.jsonl$/, '')}-step-${String(step).padStart(3, '0')}`;
  return {
    file: `${name}.${found[1] === 'jpeg' ? 'jpg' : found[1]}`,
    bytes: Buffer.from(observation.screenshotBase64.slice(found[0].length), 'base64'),
  };
}

export function endOf(calls: readonly ModelCall[]): ActEnd {
  const names = calls.map(({ name }) => plainName(name));
  if (names.includes('return')) return 'return';
  return names.some((name) => name === 'throw' || name === 'throwAgentError') ? 'throw' : 'open';
}
