import { ActInvalidModelGenerationError } from '../../errors/index.js';
import type { JsonObject, JsonValue } from '../../wire/json.js';
import type { WireCall } from '../../wire/operations.js';
import type { CallView } from '../events.js';
import type { Action, Program, ProgramCall } from '../program.js';
import { type DecodeContext, decodeAction } from './decode-action.js';
import { GenerationFault } from './generation-fault.js';

/** The service takes no more results than this in one step. */
const MAX_CALLS = 100;

/**
 * Turns the calls of a step into a program that can be run as it stands. The whole program is
 * checked first, so that a mistake in its third call does not leave the first two half done. What
 * comes after a `return` or `throw` is never run, and not looked at.
 * @throws ActInvalidModelGenerationError
 */
export function decodeProgram(calls: readonly WireCall[], context: DecodeContext): Program {
  const program: ProgramCall[] = [];
  for (const [index, call] of calls.entries()) {
    const decoded = decodeCall(call, index, calls, context);
    program.push(decoded);
    if (decoded.action.kind === 'return' || decoded.action.kind === 'throw') break;
  }
  if (program.length === 0) {
    throw new ActInvalidModelGenerationError('The model gave an empty program: no call to run', {
      rawResponse: calls,
    });
  }
  if (program.length > MAX_CALLS) {
    throw new ActInvalidModelGenerationError(
      `The model gave a program of ${program.length} calls; at most ${MAX_CALLS} can be answered`,
      { rawResponse: calls },
    );
  }
  return program;
}

function decodeCall(
  call: WireCall,
  index: number,
  calls: readonly WireCall[],
  context: DecodeContext,
): ProgramCall {
  const name = call.name.replace(/^(?:browser|tool)\./, '');
  try {
    const action = decodeAction(name, call.input, context);
    return { callId: call.callId, action, view: viewOf(call.callId, name, action) };
  } catch (cause) {
    if (!(cause instanceof GenerationFault)) throw cause;
    throw new ActInvalidModelGenerationError(
      `The model gave a program that cannot be run: call ${index + 1}, ${cause.message}`,
      { rawResponse: calls },
    );
  }
}

function viewOf(callId: string, name: string, action: Action): CallView {
  const { kind: _kind, ...parts } = action;
  const input: JsonObject = {};
  for (const [key, value] of Object.entries(parts)) {
    if (key === 'tool' || key === 'name' || value === undefined) continue;
    input[key] = value as JsonValue;
  }
  const shown = action.kind === 'tool' ? (action.input as JsonObject) : input;
  return { callId, name, input: shown, ...('box' in action ? { box: action.box } : {}) };
}
