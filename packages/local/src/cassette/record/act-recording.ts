import type { ModelCall, ModelStep } from '../../model/local-model.js';
import {
  type ActLine,
  cassetteFormat,
  cassetteVersion,
  type StepLine,
} from '../file/cassette-format.js';
import { hideIn } from '../secrets/hide-in.js';
import { SecretBook } from '../secrets/secret-book.js';
import { stepLine } from './step-line.js';

/** An act on its way into a cassette, secrets still in place. */
export interface ActRecording {
  head: ActLine;
  /** By their number, so that a request that is repeated has one line. */
  steps: Map<number, StepLine>;
  book: SecretBook;
}

/** The recording of the act that `step` is of. */
export function beginRecording(
  step: Pick<ModelStep, 'task' | 'modelId'>,
  {
    model,
    recordedAtMs,
    secrets,
  }: { model: string; recordedAtMs: number; secrets: readonly string[] },
): ActRecording {
  const head: ActLine = {
    kind: 'act',
    format: cassetteFormat,
    version: cassetteVersion,
    task: step.task,
    model,
    modelId: step.modelId,
    recordedAt: new Date(recordedAtMs).toISOString(),
  };
  return { head, steps: new Map(), book: new SecretBook(secrets) };
}

/** Adds one answered step. What it types is hidden from then on where the field, or `hideTyped`, says so. */
export function addStep(
  { steps, book }: ActRecording,
  step: ModelStep,
  calls: readonly ModelCall[],
  {
    durationMs,
    hideTyped = false,
    screenshot,
  }: { durationMs: number; hideTyped?: boolean; screenshot?: string | undefined },
): void {
  const { line, typed } = stepLine(step, calls, screenshot);
  for (const { text, secret } of typed) if (secret || hideTyped) book.add(text);
  steps.set(step.step, { ...line, durationMs });
}

/** The file of the act as it stands, without the secrets of its book. */
export function recordingText({ head, steps, book }: ActRecording): string {
  const lines = [head, ...steps.values()];
  // Twice: what the last line shows to be a secret may stand in the first one too.
  for (const line of lines) hideIn(line, book);
  return `${lines.map((line) => JSON.stringify(hideIn(line, book))).join('\n')}\n`;
}
