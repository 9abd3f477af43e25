import { readFileSync } from 'node:fs';
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

/** All acts of a cassette, in the order they were recorded. Throws a CassetteError that says what is wrong. */
export function readCassette(directory: string): Recording[] {
  return readIndex(directory).acts.map(({ file }) => readRecording(directory, file));
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
  return { ...parseRecording(read(path), path), file };
}

/** One recorded act from the text of its file, which `path` names. Throws a CassetteError that says what is wrong. */
export function parseRecording(text: string, path: string): Recording {
  const [first = '', ...rest] = text.split('\n').filter((line) => line !== '');
  const head = parse(first, `${path}, line 1,`);
  checkFormat(head, path);
  if (!isActLine(head)) throw new CassetteError(`${path}, line 1, is not the head of an act`);
  const steps = rest.map((line, at) => {
    const step = parse(line, `${path}, line ${at + 2},`);
    if (!isStepLine(step) || step.step !== at + 1)
      throw new CassetteError(`${path}, line ${at + 2}, is not step ${at + 1} of the act`);
    return step;
  });
  return { file: path, head, steps };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new CassetteError(
      `${path} can't be read. A cassette is a directory that was recorded into; its ${indexFile} names its files.`,
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
