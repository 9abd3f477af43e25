import type { RecordedStep } from './recording.js';

/** `step 3, the button “Search” beside “From”`, for people. */
export function sayStep(step: RecordedStep, index: number): string {
  const what = step.do === 'goToUrl' ? step.url : sayTarget(step);
  return `step ${index + 1}, ${what}`;
}

function sayTarget(step: RecordedStep): string {
  if (!('target' in step) || !step.target) return 'the page';
  const { role, name, near, entry } = step.target;
  const called = name === '' ? `the ${role}` : `the ${role} “${name}”`;
  const [first] = near?.texts ?? [];
  return entry && first !== undefined ? `${called} beside “${first}”` : called;
}
