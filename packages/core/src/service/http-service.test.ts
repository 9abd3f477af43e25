import { describe } from 'vitest';
import { operationsContract } from './operations.case.js';
import { resilienceContract } from './resilience.case.js';
import { SURFACES } from './testing/surfaces.js';

for (const surface of SURFACES) {
  describe(`the operations on the ${surface.surface} surface`, () => operationsContract(surface));
  describe(`resilience on the ${surface.surface} surface`, () => resilienceContract(surface));
}
