import { checkShape, type FieldFault } from '../contract/validate.js';
import type { ModelCall } from '../model/local-model.js';
import { ServiceFault } from '../surface/service-fault.js';

/** The model's program, or an `InvalidModelGeneration` when it is none. */
export function checkProgram(program: readonly ModelCall[]): readonly ModelCall[] {
  const faults: FieldFault[] = [];
  checkShape(
    {
      type: 'list',
      min: 1,
      max: 100,
      member: {
        type: 'structure',
        required: ['name', 'input'],
        members: { name: { type: 'string', min: 1 }, input: { type: 'document' } },
      },
    },
    program,
    'program',
    faults,
  );
  if (faults.length > 0)
    throw new ServiceFault(
      `The model gave no program: ${faults.map((fault) => `${fault.name} ${fault.message}`).join('; ')}`,
      { kind: 'internal', reason: 'InvalidModelGeneration' },
    );
  return program;
}
