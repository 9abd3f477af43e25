import { isOperationName } from '../contract/match-operation.js';
import { checkMembers, type FieldFault, isRecord } from '../contract/validate.js';
import type { Fault } from './fault.js';

const kinds = [
  'latency',
  'throttle',
  'quota',
  'guardrail',
  'status',
  'malformed',
  'truncate',
  'silent',
  'silent-after-execute',
  'reset',
  'reset-after-execute',
];

const count = { type: 'integer', min: 0 } as const;
const members = {
  kind: { type: 'string', enum: kinds },
  'operation?': { type: 'document' },
  'surface?': { type: 'string', enum: ['aws', 'api-key'] },
  'times?': { type: 'integer', min: 1 },
  'skip?': count,
  'probability?': { type: 'document' },
  'latencyMs?': { type: 'integer', min: 1, max: 600_000 },
  'retryAfterSeconds?': count,
  'status?': { type: 'integer', min: 400, max: 599 },
  'reason?': { type: 'string', enum: ['InvalidModelGeneration', 'RequestTokenLimitExceeded'] },
  'body?': { type: 'string' },
} as const;

/** What only some kinds take, and which. */
const owners: Record<string, readonly string[]> = {
  latencyMs: ['latency'],
  retryAfterSeconds: ['throttle', 'status'],
  status: ['status'],
  reason: ['status'],
  body: ['malformed'],
};

/** Throws a TypeError that names every member of `value` that makes it no fault. */
export function checkFault(value: unknown): Fault {
  if (!isRecord(value)) throw new TypeError('A fault must be an object such as { kind: "reset" }');
  const faults: FieldFault[] = [];
  checkMembers(members, value, faults);
  for (const name of Object.keys(value)) {
    const known = Object.keys(members).some((key) => key.replace('?', '') === name);
    if (!known) faults.push({ name, message: 'is no member of a fault' });
    const of = owners[name];
    if (of && value[name] !== undefined && !of.includes(String(value['kind'])))
      faults.push({ name, message: `does nothing here: it is for ${of.join(' and ')}` });
  }
  if (value['kind'] === 'latency' && value['latencyMs'] === undefined)
    faults.push({ name: 'latencyMs', message: 'is required for latency' });
  for (const name of [value['operation']].flat())
    if (name !== undefined && !(typeof name === 'string' && isOperationName(name)))
      faults.push({ name: 'operation', message: `has no operation ${JSON.stringify(name)}` });
  const { probability } = value;
  if (probability !== undefined)
    if (typeof probability !== 'number' || !(probability >= 0 && probability <= 1))
      faults.push({ name: 'probability', message: `must be from 0 to 1, is ${probability}` });
  if (faults.length > 0)
    throw new TypeError(
      `Not a fault: ${faults.map(({ name, message }) => `${name} ${message}`).join('; ')}`,
    );
  return value as unknown as Fault;
}
