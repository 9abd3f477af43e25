import type { RecordedStep } from './recording.js';

/** `step 3, the button “Search” beside “From”`, for people. */
export function sayStep(step: RecordedStep, index: number): string {
  return `step ${index + 1}, ${'url' in step ? step.url : 'path' in step ? step.path : sayTarget(step)}`;
}

function sayTarget(step: RecordedStep): string {
  if (!('target' in step) || !step.target) return 'the page';
  const { role, name, near, entry } = step.target;
  const called = name === '' ? `the ${role}` : `the ${role} “${name}”`;
  const [first] = near?.texts ?? [];
  return entry && first !== undefined ? `${called} beside “${first}”` : called;
}
