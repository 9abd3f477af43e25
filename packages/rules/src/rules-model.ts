import { answer } from './answer/answer.js';
import { bringIntoView } from './calls/bring-into-view.js';
import { click, observe } from './calls/calls.js';
import { newIntentState } from './find/intent-state.js';
import { keptBack, sentForm } from './find/sent-form.js';
import { findSuggestion, textsOf } from './find/suggestions.js';
import { ground } from './ground/ground.js';
import { lookFurther } from './ground/ground-scroll.js';
import type { GroundContext } from './ground/grounding.js';
import { type ActMemory, memoryOf } from './memory.js';
import type { ModelCall, ModelStep, RulesModel } from './model.js';
import { nameOf } from './page/names.js';
import { type Page, readPage } from './page/page.js';
import { withoutEnvelopes } from './prompt/envelopes.js';
import type { PlannedIntent } from './prompt/intents.js';
import { readInstruction } from './prompt/read-instruction.js';

/** Options of `rulesModel`. An unknown one is a TypeError. */
export interface RulesModelOptions {
  /** The day it is, for dates without a year ("Feb 22nd" is the next one). Default: the real clock. */
  now?: (() => Date) | undefined;
}

const captureOff =
  'The rules model reads the page from the DOM capture, and this observation has none. Set NOVA_ACT_CAPTURE_DOM=1 or the option captureDom: true.';

const complaint = /\b(?:errors?|validation|complain\w*|warnings?|invalid|missing|required)\b/i;

/** More turns than any plan needs without touching the page: a guard, so that a fault here ends the act and not the service. */
const maxTurns = 200;

/**
 * A stand-in for the Nova Act model that needs no network: it follows plain English by rules. It
 * reads the DOM capture, not the screenshot, and what it cannot do it says with `throw`.
 */
export function rulesModel(options: RulesModelOptions = {}): RulesModel {
  checkOptions(options);
  const now = options.now ?? (() => new Date());
  return {
    name: 'rules',
    step: (step) => nextProgram({ ...step, prompt: withoutEnvelopes(step.prompt) }, now()),
  };
}

function checkOptions(options: unknown): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new TypeError('rulesModel: the options must be an object');
  for (const name of Object.keys(options))
    if (name !== 'now')
      throw new TypeError(`rulesModel: ${name} is not an option. Did you mean now?`);
  const { now } = options as { now?: unknown };
  if (now !== undefined && typeof now !== 'function')
    throw new TypeError(`rulesModel: now must be a function that gives a Date, is ${typeof now}`);
}

function nextProgram(step: ModelStep, now: Date): ModelCall[] {
  if (step.observation === undefined) return [...observe];
  if (step.observation.simplifiedDOM.trim() === '') return [fail(captureOff)];
  const page = readPage(step.observation);
  const memory = memoryOf(step);
  if (memory.plan === undefined) memory.plan = readInstruction(step.prompt);
  if (memory.visited.at(-1) !== page.url) memory.visited.push(page.url);
  takeResults(step, memory);
  const kept = takeSent(page, memory);
  // What a form complains of may be just what is asked for.
  if (kept !== undefined && !complaint.test(step.prompt)) return [fail(kept)];
  const suggestion = takeSuggestion(page, memory);
  if (suggestion !== undefined) return [...suggestion, ...observe];
  return walk(step, page, memory, now);
}

/** What became of the last program: done, or sent back with the reason. */
function takeResults(step: ModelStep, memory: ActMemory): void {
  const redirect = step.callResults.find((result) => /^AgentRedirectError\b/.test(result.text));
  if (redirect !== undefined) {
    memory.suggesting = undefined;
    memory.state.redirects.push(redirect.text.replace(/^AgentRedirectError:\s*/, ''));
    if (memory.state.tried !== undefined) memory.state.excluded.push(memory.state.tried);
    memory.sent = undefined;
  } else if (memory.pendingDone) nextIntent(memory);
  memory.pendingDone = false;
}

/** Why the form that was sent off is there still, if that shows. */
function takeSent(page: Page, memory: ActMemory): string | undefined {
  const { sent } = memory;
  memory.sent = undefined;
  return sent && keptBack(page, sent);
}

function nextIntent(memory: ActMemory): void {
  memory.cursor++;
  memory.state = newIntentState();
}

/** An autocomplete that has opened wants its suggestion chosen before anything else. */
function takeSuggestion(page: Page, memory: ActMemory): ModelCall[] | undefined {
  const { suggesting } = memory;
  if (suggesting === undefined) return undefined;
  memory.suggesting = undefined;
  const element = findSuggestion(page, suggesting.field, suggesting.before);
  if (element === undefined) return undefined;
  const place = bringIntoView(page, element, newIntentState());
  if (!('box' in place)) return undefined;
  return [
    { name: 'think', input: [`Choosing the suggestion ${nameOf(page, element)}`] },
    click(page, place.box),
  ];
}

function walk(step: ModelStep, page: Page, memory: ActMemory, now: Date): ModelCall[] {
  const plan = memory.plan ?? [];
  for (let turn = 0; turn < maxTurns; turn++) {
    const planned = plan[memory.cursor];
    if (planned === undefined) return [finish(step, page, memory, now)];
    const context: GroundContext = {
      page,
      now,
      state: memory.state,
      lastField: memory.lastField,
      lastSelect: memory.lastSelect,
      visited: memory.visited,
      last: memory.cursor === plan.length - 1,
      hasSchema: step.schema !== undefined,
    };
    const grounding = ground(planned, context);
    switch (grounding.kind) {
      case 'act': {
        const asked = JSON.stringify(grounding.calls);
        const refused = memory.state.redirects.at(-1);
        // What was refused once is refused again: the same calls would go on until the act's steps are used up.
        if (refused !== undefined && asked === memory.asked)
          return [fail(inVain(planned, refused))];
        memory.asked = asked;
        memory.pendingDone = grounding.done;
        memory.acted = true;
        if (grounding.sends !== undefined)
          memory.sent = sentForm(page, grounding.sends, memory.typed);
        if (grounding.field !== undefined) {
          memory.typed.push(grounding.field.name);
          memory.lastField = { name: grounding.field.name, value: grounding.field.value };
          if (grounding.field.suggests)
            memory.suggesting = { field: memory.lastField, before: textsOf(page) };
        }
        return [{ name: 'think', input: [planned.words] }, ...grounding.calls, ...observe];
      }
      case 'done':
        if (grounding.select !== undefined) memory.lastSelect = grounding.select;
        nextIntent(memory);
        break;
      case 'expand':
        plan.splice(memory.cursor, 1, ...grounding.intents);
        memory.state = newIntentState();
        break;
      case 'ask': {
        // What is asked before more is done is asked of this page, not of the last one.
        const told = context.last ? undefined : reply(step, page, grounding.question, now);
        if (told !== undefined && 'value' in told) memory.given = told.value;
        else memory.questions.push(grounding.question);
        nextIntent(memory);
        break;
      }
      case 'missing': {
        // A bare capture has what is in view alone: what is missing may stand below.
        const further = page.bare ? lookFurther(context) : undefined;
        if (further === undefined) return [fail(grounding.message)];
        memory.pendingDone = false;
        return [{ name: 'think', input: [planned.words] }, ...further, ...observe];
      }
    }
  }
  return [
    fail(`The instruction “${step.prompt.slice(0, 200)}” led to no action in ${maxTurns} turns.`),
  ];
}

function inVain({ words }: PlannedIntent, refused: string): string {
  return `“${words}” cannot be done. The browser said: ${refused}`;
}

/** All is done: give the answer that is owed, if one is. */
function finish(step: ModelStep, page: Page, memory: ActMemory, now: Date): ModelCall {
  const question = memory.questions.join(' ');
  if (question === '' && memory.given !== undefined)
    return { name: 'return', input: [memory.given] };
  if (step.schema === undefined && question === '') return { name: 'return', input: [] };
  const given = reply(step, page, question === '' ? step.prompt : question, now);
  return 'value' in given ? { name: 'return', input: [given.value] } : fail(given.missing);
}

function reply(step: ModelStep, page: Page, question: string, now: Date) {
  return answer({ page, question, prompt: step.prompt, schema: step.schema, now });
}

function fail(message: string): ModelCall {
  return { name: 'throw', input: [message] };
}
