import type { Soak } from '../frame/soak.js';
import { type AnswersCase, cases } from './answer-plan.js';
import { runCase } from './run-case.js';

/** Random answers in the place of the service's, honest, wrong and hostile, to one act each. */
export const answers: Soak<AnswersCase> = {
  name: 'answers',
  noun: 'acts',
  defaultCount: 5_000,
  cases,
  run: runCase,
};
