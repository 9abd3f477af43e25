import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelCall, ModelStep } from '../../model/local-model.js';
import { knownOptions } from '../../options/known-options.js';
import { refuseUnknown } from '../../options/refuse-unknown.js';
import {
  cassetteFormat,
  cassetteVersion,
  type IndexEntry,
  indexFile,
} from '../file/cassette-format.js';
import { prepareFolder } from '../file/prepare-folder.js';
import { readIndex } from '../file/read-cassette.js';
import { writeAtomically } from '../file/write-atomically.js';
import { type ActRecording, addStep, beginRecording, recordingText } from './act-recording.js';
import { endOf, screenshotOf } from './step-line.js';

/**
 * Options of `recordModel`, and of the `record` of a local service: where answers are written, and what is kept out
 * of them.
 */
export interface RecordOptions {
  /** Where the cassette is kept; made when it is not there. A cassette that is there already is added to. */
  directory: string;
  /** True: each step's screenshot is kept beside its act. They show whatever the page shows. Default: false. */
  screenshots?: boolean | undefined;
  /**
   * What is kept of the texts that `agentType` types. `keep`: all but those typed into fields for passwords, one-time
   * codes and payment cards (known by the DOM capture only). `hide`: none; where a hidden text also stands in the task,
   * a later act whose task has another text in that place is replayed with that one. Default: `keep`.
   */
  typedText?: 'keep' | 'hide' | undefined;
  /** Texts that must not come into the cassette, wherever they turn up. The service adds its own keys. */
  secrets?: readonly string[] | undefined;
  /** The time, in epoch milliseconds. Default: the clock of the service, else `Date.now`. For tests. */
  now?: (() => number) | undefined;
}

export interface Recorder {
  /** Writes one answered step. Rejects when it can't be written: a recording with gaps is of no use. */
  record(
    step: ModelStep,
    calls: readonly ModelCall[],
    model: string,
    durationMs: number,
  ): Promise<void>;
}

interface FiledRecording extends ActRecording {
  entry: IndexEntry;
}

const known = knownOptions<RecordOptions>('recordModel', {
  directory: true,
  screenshots: true,
  typedText: true,
  secrets: true,
  now: true,
});

/**
 * Opens the cassette of a directory for writing. `moreSecrets` is asked as each act begins. Throws a CassetteError when
 * what is there is no cassette.
 */
export function openRecorder(
  options: RecordOptions,
  moreSecrets: () => readonly string[] = () => [],
): Recorder {
  refuseUnknown(options, known);
  const { directory } = options;
  prepareFolder(directory);
  const entries = existsSync(join(directory, indexFile)) ? readIndex(directory).acts : [];
  const now = options.now ?? Date.now;
  let begun = entries.length;
  // By the memory object of the act, which goes when the act does.
  const acts = new WeakMap<object, FiledRecording>();
  let lastWrite: Promise<unknown> = Promise.resolve();

  function begin(step: ModelStep, model: string): FiledRecording {
    const secrets = [...(options.secrets ?? []), ...moreSecrets()];
    const recording = beginRecording(step, { model, recordedAtMs: now(), secrets });
    const entry: IndexEntry = {
      file: fileName(++begun, step.actId),
      task: recording.book.hide(step.task),
      steps: 0,
      end: 'open',
    };
    return { ...recording, entry };
  }

  async function write(recording: FiledRecording): Promise<void> {
    const { entry, head, book } = recording;
    const text = recordingText(recording);
    entry.task = book.hide(head.task);
    await writeAtomically(join(directory, entry.file), text);
    // Not before: the index names no file that is not there.
    if (!entries.includes(entry)) entries.push(entry);
    const index = { format: cassetteFormat, version: cassetteVersion, acts: entries };
    await writeAtomically(join(directory, indexFile), `${JSON.stringify(index, undefined, 2)}\n`);
  }

  /** One write after the other: the index is of all acts. */
  function queue(work: () => Promise<void>): Promise<void> {
    const mine = lastWrite.then(work);
    lastWrite = mine.catch(() => undefined);
    return mine;
  }

  return {
    async record(step, calls, model, durationMs) {
      let act = acts.get(step.memory);
      if (!act) {
        // An act that began before this process can't be replayed from its middle.
        if (step.step !== 1) return;
        act = begin(step, model);
        acts.set(step.memory, act);
      }
      const recording = act;
      const screenshot =
        options.screenshots === true ? screenshotOf(step, recording.entry.file) : undefined;
      const hideTyped = options.typedText === 'hide';
      addStep(recording, step, calls, { durationMs, hideTyped, screenshot: screenshot?.file });
      recording.entry.steps = recording.steps.size;
      recording.entry.end = endOf(calls);
      await queue(async () => {
        if (screenshot) await writeAtomically(join(directory, screenshot.file), screenshot.bytes);
        await write(recording);
      });
    },
  };
}

/** Tells nothing of the task, in which a secret may stand. */
function fileName(order: number, actId: string): string {
  const id = createHash('sha256').update(actId).digest('hex').slice(0, 8);
  return `act-${String(order).padStart(4, '0')}-${id}.jsonl`;
}
