import type { CallTrace, StepTrace } from '../act-trace.js';
import { describeCall } from '../describe-call.js';

/** Calls that are told elsewhere, or only for lack of others. */
const ASIDE = new Set(['think', 'takeObservation', 'waitForPageToSettle']);
const MAX_WORDS = 120;

/** A step in one line, by what it did: `Click ‘Boston Logan’, and 2 more`. */
export function stepWords({ calls, decideMs }: StepTrace): string {
  const told = calls.filter(({ name }) => !ASIDE.has(name));
  const [first, second, ...more] = told.length > 0 ? told : calls;
  if (!first) return decideMs === undefined ? 'No answer' : 'Nothing to do';
  const words = [first, ...(second ? [second] : [])].map(shortWords).join(', then ');
  const rest = more.length > 0 ? `, and ${more.length} more` : '';
  return `${words.length > MAX_WORDS ? `${words.slice(0, MAX_WORDS)}…` : words}${rest}`;
}

function shortWords(call: CallTrace): string {
  if (call.name === 'return') return 'Return';
  if (call.name === 'think') return 'Think';
  return describeCall(call);
}

/** The worst that became of a step's calls. */
export function stepOutcome({ calls }: StepTrace): 'failed' | 'redirect' | 'ok' {
  if (calls.some(({ outcome }) => outcome === 'failed')) return 'failed';
  return calls.some(({ outcome }) => outcome === 'redirect') ? 'redirect' : 'ok';
}
