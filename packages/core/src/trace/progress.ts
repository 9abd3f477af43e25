import { styleText } from 'node:util';
import type { EventListener, NovaActEvent } from '../act/events.js';
import { plainLine } from '../errors/plain-text.js';
import { redactUrlsIn } from '../errors/redact-url.js';
import { type KnownOptions, knownOptions } from '../options/known-options.js';
import { refuseUnknown } from '../options/refuse-unknown.js';
import { describeCall } from './describe-call.js';
import { formatDuration } from './format-duration.js';
import { presentableObject, presentableValue, presenter } from './presentable.js';
import { targetOf } from './target.js';

/** Where the lines go. */
export interface ProgressOptions {
  /** Takes each line, without its line end. */
  write(line: string): void;
  /** Colours, by ANSI escape sequences. Default false. */
  colors?: boolean | undefined;
}

const PROGRESS_OPTIONS: KnownOptions = knownOptions<ProgressOptions>(
  'progressReporter()',
  { write: true, colors: true },
  { colours: 'Did you mean colors?' },
);

/** A page's or a model's text is cut at this, so that one line stays one line. */
const MAX_TEXT = 160;
const present = presenter();

/**
 * A listener that tells a person what happens, a line for each thing, as it happens. Terminal escape
 * sequences in texts of pages and models are dropped.
 */
export function progressReporter(options: ProgressOptions): EventListener {
  refuseUnknown(options, PROGRESS_OPTIONS);
  const { write, colors = false } = options;
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    // Whoever asks for colours gets them: where `write` leads is not known here.
    colors ? styleText(style, text, { validateStream: false }) : text;
  return (event) => {
    const line = lineOf(event, paint);
    if (line !== undefined) write(line);
  };
}

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

function lineOf(event: NovaActEvent, paint: Paint): string | undefined {
  switch (event.type) {
    case 'session.started':
      return event.startingPage && `Browser open at ${shown(event.startingPage)}`;
    case 'download': {
      const { outcome, suggestedFilename, path, error } = event;
      if (outcome === 'failed')
        return paint(
          'red',
          `Download of ${shown(suggestedFilename)} failed: ${shown(error ?? '')}`,
        );
      return path && `Downloaded to ${shown(path)}`;
    }
    case 'act.started':
      return paint('bold', `▶ ${shown(event.prompt)}`);
    case 'step.observed': {
      const settled = event.settled
        ? `settled in ${formatDuration(event.settled.durationMs)}: ${shown(event.settled.reason)}`
        : 'looked at the page';
      return `  ${paint('cyan', `step ${event.step}`)}  ${paint('dim', settled)}`;
    }
    case 'step.decided':
      return `    ${paint('dim', event.played ? 'played from memory' : `the agent answered in ${formatDuration(event.durationMs)}`)}`;
    case 'call.finished':
      return callLine(event, paint);
    case 'act.finished':
      return endLine(event, paint);
    default:
      return undefined;
  }
}

/** Looking and settling are told by the step that they lead to. */
const QUIET = new Set(['takeObservation', 'waitForPageToSettle', 'return', 'throw']);

function callLine(
  {
    call,
    outcome,
    text,
    did,
    target: aimedAt,
    durationMs,
  }: Extract<NovaActEvent, { type: 'call.finished' }>,
  paint: Paint,
): string | undefined {
  if (QUIET.has(call.name) && outcome === 'ok') return undefined;
  const input = presentableObject(call.input, present);
  const said = targetOf(did === undefined ? did : presentableValue(did, present));
  const target = said ?? (aimedAt === undefined ? undefined : present(aimedAt));
  const words = shown(describeCall({ ...call, input, target }));
  if (call.name === 'think') return `    ${words}`;
  if (outcome === 'ok') return `    ${words} ${paint('dim', formatDuration(durationMs))}`;
  const color = outcome === 'redirect' ? 'yellow' : 'red';
  return `    ${words} ${paint(color, `→ ${shown(text)}`)}`;
}

function endLine(
  { status, metadata, response, error }: Extract<NovaActEvent, { type: 'act.finished' }>,
  paint: Paint,
): string {
  const took = formatDuration(metadata.endTimeMs - metadata.startTimeMs);
  const { numStepsExecuted, memory } = metadata;
  const played = memory && memory.played > 0 ? `, ${memory.played} played from memory` : '';
  const steps = `${numStepsExecuted} ${numStepsExecuted === 1 ? 'step' : 'steps'}${played}`;
  if (status === 'SUCCEEDED') {
    const answer = response === undefined ? '' : `: ${shown(response)}`;
    return paint('green', `✔ done in ${took}, ${steps}${answer}`);
  }
  const why = error ? [error.name, shown(error.message)].filter(Boolean).join(': ') : status;
  return paint('red', `✘ ${status} after ${took}, ${steps}: ${why}`);
}

function shown(text: string): string {
  return plainLine(redactUrlsIn(text), MAX_TEXT);
}
