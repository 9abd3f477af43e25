import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CassetteError } from './cassette-error.js';
import {
  type ActLine,
  type CassetteIndex,
  cassetteFormat,
  cassetteVersion,
  indexFile,
  type StepLine,
} from './cassette-format.js';
import { isActLine, isIndex, isStepLine } from './cassette-shape.js';

/** One recorded act. */
export interface Recording {
  file: string;
  head: ActLine;
  /** In order, from 1, without a gap. */
  steps: readonly StepLine[];
}

/**
 * All acts of a cassette, in the order they were recorded: of its directory, or of one file with acts one after the
 * other. Throws a CassetteError that says what is wrong.
 */
export function readCassette(path: string): Recording[] {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === true)
    return parseRecordings(read(path), path);
  return readIndex(path).acts.map(({ file }) => readRecording(path, file));
}

export function readIndex(directory: string): CassetteIndex {
  const path = join(directory, indexFile);
  const index = parse(read(path), path);
  checkFormat(index, path);
  if (!isIndex(index)) throw new CassetteError(`${path} is not the index of a cassette`);
  for (const { file } of index.acts)
    if (basename(file) !== file)
      throw new CassetteError(`${path} names a file outside of its directory: ${file}`);
  return index;
}

function readRecording(directory: string, file: string): Recording {
  const path = join(directory, file);
  const [recording, second] = parseRecordings(read(path), path);
  if (!recording || second) throw new CassetteError(`${path} is not of one act`);
  return { ...recording, file };
}

/**
 * The recorded acts of a text, which `path` names: at least one, each its head and then its steps, a line each. Throws a
 * CassetteError that says what is wrong.
 */
export function parseRecordings(text: string, path: string): Recording[] {
  const recordings: { file: string; head: ActLine; steps: StepLine[] }[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line === '' && at > 0) continue;
    const where = `${path}, line ${at + 1},`;
    const value = parse(line, where);
    const act = recordings.at(-1);
    if (!act || isActLine(value)) {
      checkFormat(value, path);
      if (!isActLine(value)) throw new CassetteError(`${where} is not the head of an act`);
      const file = act ? `${path}, act ${recordings.length + 1},` : path;
      recordings.push({ file, head: value, steps: [] });
    } else if (isStepLine(value) && value.step === act.steps.length + 1) act.steps.push(value);
    else throw new CassetteError(`${where} is not step ${act.steps.length + 1} of the act`);
  }
  return recordings;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new CassetteError(
      `${path} can't be read. A cassette is a directory that was recorded into, whose ${indexFile} names its files, or one file of acts.`,
      { cause },
    );
  }
}

function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CassetteError(`${where} is not JSON`, { cause });
  }
}

function checkFormat(value: unknown, path: string): void {
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  if (format !== cassetteFormat)
    throw new CassetteError(
      `${path} is not of a cassette: its format is ${JSON.stringify(format)}`,
    );
  if (version !== cassetteVersion)
    throw new CassetteError(
      `${path} is of version ${JSON.stringify(version)}; this release reads version ${cassetteVersion}. Record it again.`,
    );
}
