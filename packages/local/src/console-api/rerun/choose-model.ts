import { rulesModel } from '@nova-act/rules';
import { CassetteError } from '../../cassette/file/cassette-error.js';
import { parseRecordings } from '../../cassette/file/read-cassette.js';
import { replayRecordings } from '../../cassette/replay/replay-model.js';
import type { LocalModel } from '../../model/local-model.js';
import { readScript, ScriptTextError } from '../../model/script-text.js';
import { scriptedModel } from '../../model/scripted-model.js';
import { RerunError } from './rerun-error.js';

export interface RerunModel {
  model: LocalModel;
  /** Whether it has to have been through the steps before: what it answers hangs on them. */
  fromStart: boolean;
}

/**
 * Who is asked: the `rules`, a `scripted` model whose first program answers `step`, or a `recorded` act of a cassette.
 * @param text the script, or the text of the act's file
 */
export function chooseModel(
  kind: unknown,
  text: string,
  step: number,
  now: () => number,
): RerunModel {
  if (kind === 'rules')
    return { model: rulesModel({ now: () => new Date(now()) }), fromStart: true };
  if (kind === 'scripted') {
    const programs = scriptIn(text);
    const model = scriptedModel((asked) => {
      const program = programs[asked.step - step];
      if (program) return program;
      throw new RerunError(`The script has no program for step ${asked.step}`);
    });
    return { model, fromStart: false };
  }
  if (kind === 'recorded') {
    return {
      model: replayRecordings(recordingsIn(text), { maxLooks: 0, secrets: {} }),
      fromStart: true,
    };
  }
  throw new RerunError(
    `model must be rules, scripted or recorded, is ${JSON.stringify(kind ?? null)}`,
  );
}

function recordingsIn(text: string) {
  try {
    return parseRecordings(text, 'The recorded act');
  } catch (error) {
    if (!(error instanceof CassetteError)) throw error;
    throw new RerunError(
      `${error.message}. Choose a file act-….jsonl of a cassette: nova-act-local --record DIR makes one.`,
      { cause: error },
    );
  }
}

function scriptIn(text: string) {
  try {
    return readScript(text);
  } catch (error) {
    if (error instanceof ScriptTextError) throw new RerunError(error.message, { cause: error });
    throw error;
  }
}
