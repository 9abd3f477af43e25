import { isAscii } from 'node:buffer';
import type { MatchedOperation } from '../contract/match-operation.js';
import { labels } from '../contract/operations.js';
import type { Shape } from '../contract/shape.js';
import { checkMembers, checkShape, type FieldFault, isRecord } from '../contract/validate.js';
import { liftPicture } from './lift-picture.js';
import { ServiceFault } from './service-fault.js';

/**
 * The input of an operation, gathered from path, query and body.
 *
 * A step's screenshot is lifted out of its text and given as `picture`. Unknown members are ignored, as AWS services do. Throws a `validation` {@link ServiceFault} that lists every
 * member that breaks the contract.
 */
export function readInput(
  { operation, labels: path }: MatchedOperation,
  query: string,
  body: Buffer,
): Record<string, unknown> {
  const faults: FieldFault[] = [];
  for (const [name, value] of Object.entries(path)) {
    const shape = labels[name];
    if (shape) checkShape(shape, value, name, faults);
  }
  const queried = readQuery(operation.query, query, faults);
  const lifted = operation.name === 'InvokeActStep' ? liftPicture(body) : undefined;
  const sent = readBody(operation.body, lifted?.body ?? body);
  checkMembers(operation.body, sent, faults);
  if (faults.length > 0) throw ServiceFault.invalid(faults);
  return {
    ...pick(operation.body, sent),
    ...queried,
    ...path,
    ...(lifted ? { picture: lifted.picture } : {}),
  };
}

function readBody(shapes: Readonly<Record<string, Shape>>, body: Buffer): Record<string, unknown> {
  // Operations without body members (GET, DELETE, ListModels) may carry anything or nothing.
  if (Object.keys(shapes).length === 0 || body.length === 0) return {};
  const value = parseJson(body);
  if (!isRecord(value))
    throw ServiceFault.invalid([{ name: 'body', message: 'must be a JSON object' }]);
  return value;
}

function parseJson(body: Buffer): unknown {
  try {
    // Requests are nearly all ASCII, for which the plain copy is several times faster than decoding UTF-8.
    return JSON.parse(body.toString(isAscii(body) ? 'latin1' : 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw ServiceFault.invalid([{ name: 'body', message: 'must be JSON' }]);
  }
}

function readQuery(
  shapes: Readonly<Record<string, Shape>>,
  query: string,
  faults: FieldFault[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  if (Object.keys(shapes).length === 0) return values;
  for (const [name, text] of new URLSearchParams(query)) {
    const shape = shapes[name] ?? shapes[`${name}?`];
    if (!shape) continue;
    values[name] = shape.type === 'integer' && /^[+-]?\d+$/.test(text) ? Number(text) : text;
  }
  checkMembers(shapes, values, faults);
  return values;
}

/** Only what the operation knows, and nothing that is null. */
function pick(
  shapes: Readonly<Record<string, Shape>>,
  values: Record<string, unknown>,
): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const key of Object.keys(shapes)) {
    const name = key.replace(/\?$/, '');
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined && value !== null) picked[name] = value;
  }
  return picked;
}
