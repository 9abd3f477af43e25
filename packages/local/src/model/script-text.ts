import type { JsonValue } from './local-model.js';
import type { ScriptedCall, ScriptedProgram } from './scripted-model.js';

/** A text is no script; the message says where, and what one looks like. */
export class ScriptTextError extends Error {
  override readonly name = 'ScriptTextError';
}

const SHAPE =
  'A script is a JSON list of programs, one for each step: [[["agentClick", "<box>1,2,3,4</box>"], "takeObservation"], [["return", "done"]]]';
const OPENING = 'scriptedModel(';

/**
 * The programs of a script as text: JSON, or what the console copies as a scripted model, of which the list is read.
 * Nothing of it is run.
 *
 * Throws a ScriptTextError that says where it is no list of programs.
 */
export function readScript(text: string): readonly ScriptedProgram[] {
  const value = parse(listIn(text));
  if (!Array.isArray(value) || value.length === 0)
    throw new ScriptTextError(`The script has no programs. ${SHAPE}.`);
  return value.map((program, at) => {
    if (!Array.isArray(program) || program.length === 0)
      throw new ScriptTextError(`Program ${at + 1} of the script is no list of calls. ${SHAPE}.`);
    return program.map((call, place) => checked(call, `Call ${place + 1} of program ${at + 1}`));
  });
}

function listIn(text: string): string {
  const start = text.indexOf(OPENING);
  if (start === -1) return text;
  const list = text.slice(start + OPENING.length, text.lastIndexOf(']') + 1);
  return list.replace(/,\s*\]$/, ']');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ScriptTextError(
      `The script is not JSON: ${cause instanceof Error ? cause.message : ''}. ${SHAPE}.`,
      { cause },
    );
  }
}

function checked(call: unknown, where: string): ScriptedCall {
  if (typeof call === 'string' && call !== '') return call;
  if (Array.isArray(call) && typeof call[0] === 'string' && call[0] !== '')
    return call as [string, ...JsonValue[]];
  const { name, input } = (call ?? {}) as { name?: unknown; input?: unknown };
  if (typeof name === 'string' && name !== '' && input !== undefined && input !== null)
    return call as { name: string; input: JsonValue };
  throw new ScriptTextError(
    `${where} is neither a name, nor ["name", …], nor {"name": …, "input": …}: ${JSON.stringify(call).slice(0, 200)}`,
  );
}
