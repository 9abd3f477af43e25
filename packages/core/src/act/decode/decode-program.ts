import { ActInvalidModelGenerationError } from '../../errors/index.js';
import type { JsonObject, JsonValue } from '../../wire/json.js';
import type { WireCall } from '../../wire/operations.js';
import type { CallView } from '../events.js';
import type { Action, Program, ProgramCall } from '../program.js';
import { withheldText } from '../typed-text.js';
import { asObject } from './arguments.js';
import { type DecodeContext, decodeAction } from './decode-action.js';
import { GenerationFault } from './generation-fault.js';

/** The service takes no more results than this in one step. */
const MAX_CALLS = 100;

/**
 * Turns the calls of a step into a program. A call whose arguments cannot be used becomes one that
 * fails when its turn comes: what stands before it is done, as the model's other client does it. What
 * comes after a `return` or `throw` is never run, and not looked at.
 * @throws ActInvalidModelGenerationError when there is nothing to run, or too much; ActToolError when
 *   a call's name is no action and no tool, before anything of the program is done
 */
export function decodeProgram(calls: readonly WireCall[], context: DecodeContext): Program {
  const program: ProgramCall[] = [];
  for (const [index, call] of calls.entries()) {
    const decoded = decodeCall(call, index, calls, context);
    program.push(decoded);
    if (decoded.action.kind === 'return' || decoded.action.kind === 'throw') break;
    if (program.length > MAX_CALLS) break;
  }
  if (program.length === 0) {
    throw new ActInvalidModelGenerationError('The model gave an empty program: no call to run', {
      rawResponse: calls,
    });
  }
  if (program.length > MAX_CALLS) {
    throw new ActInvalidModelGenerationError(
      `The model gave a program of ${calls.length} calls; at most ${MAX_CALLS} can be answered`,
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
    return programCall(call.callId, name, action);
  } catch (cause) {
    if (!(cause instanceof GenerationFault)) throw cause;
    const error = new ActInvalidModelGenerationError(
      `The model gave a program that cannot be run: call ${index + 1}, ${cause.message}`,
      { rawResponse: calls },
    );
    const view = {
      callId: call.callId,
      name,
      input: asObject(call.input) ?? { input: call.input },
    };
    return { callId: call.callId, action: { kind: 'fault', error }, view };
  }
}

/** A decoded call with what may be shown of it. */
export function programCall(callId: string, name: string, action: Action): ProgramCall {
  const view = viewOf(callId, name, action);
  if (action.kind !== 'type') return { callId, action, view };
  return { callId, action, view: withheldText(view), disclosed: view };
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
