import type {
  IntegerShape,
  ListShape,
  Shape,
  StringShape,
  StructureShape,
  UnionShape,
} from './shape.js';

/** One member that breaks the contract: `name` is its path, such as `toolSpecs.0.name`. */
export interface FieldFault {
  name: string;
  message: string;
}

const patterns = new Map<string, RegExp>();

/** The members of `shapes` that `values` lacks or gets wrong; names ending in `?` are optional. */
export function checkMembers(
  shapes: Readonly<Record<string, Shape>>,
  values: Readonly<Record<string, unknown>>,
  faults: FieldFault[],
  prefix = '',
): void {
  for (const [key, shape] of Object.entries(shapes)) {
    const optional = key.endsWith('?');
    const name = optional ? key.slice(0, -1) : key;
    // Only own members count: `constructor` is no value that a client has sent.
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined || value === null) {
      if (!optional) faults.push({ name: prefix + name, message: 'is required' });
    } else {
      checkShape(shape, value, prefix + name, faults);
    }
  }
}

/** Adds to `faults` what is wrong with `value` as a `shape`. */
export function checkShape(shape: Shape, value: unknown, name: string, faults: FieldFault[]): void {
  switch (shape.type) {
    case 'document':
      break;
    case 'string':
      if (typeof value === 'string') checkString(shape, value, name, faults);
      else wrongType(faults, name, 'a string', value);
      break;
    case 'timestamp':
      if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value))
        wrongType(faults, name, 'an ISO 8601 timestamp', value);
      break;
    case 'integer':
      if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31)
        checkInteger(shape, value, name, faults);
      else wrongType(faults, name, 'a 32-bit integer', value);
      break;
    case 'list':
      if (Array.isArray(value)) checkList(shape, value, name, faults);
      else wrongType(faults, name, 'a list', value);
      break;
    case 'structure':
      if (isRecord(value)) checkStructure(shape, value, name, faults);
      else wrongType(faults, name, 'an object', value);
      break;
    case 'union':
      if (isRecord(value)) checkUnion(shape, value, name, faults);
      else wrongType(faults, name, 'an object', value);
  }
}

function checkInteger(
  shape: IntegerShape,
  value: number,
  name: string,
  faults: FieldFault[],
): void {
  if (shape.min !== undefined && value < shape.min)
    faults.push({ name, message: `must be at least ${shape.min}, is ${value}` });
  if (shape.max !== undefined && value > shape.max)
    faults.push({ name, message: `must be at most ${shape.max}, is ${value}` });
}

function checkStructure(
  shape: StructureShape,
  value: Record<string, unknown>,
  name: string,
  faults: FieldFault[],
): void {
  for (const [member, inner] of Object.entries(shape.members)) {
    const given = Object.hasOwn(value, member) ? value[member] : undefined;
    // A document may be null; for anything else null means absent.
    if (given !== undefined && (given !== null || inner.type === 'document'))
      checkShape(inner, given, `${name}.${member}`, faults);
    else if (shape.required.includes(member))
      faults.push({ name: `${name}.${member}`, message: 'is required' });
  }
}

function checkUnion(
  shape: UnionShape,
  value: Record<string, unknown>,
  name: string,
  faults: FieldFault[],
): void {
  const set = Object.entries(shape.members).filter(
    ([member]) => Object.hasOwn(value, member) && value[member] !== null,
  );
  const [only] = set;
  if (set.length === 1 && only) checkShape(only[1], value[only[0]], `${name}.${only[0]}`, faults);
  else
    faults.push({
      name,
      message: `must have exactly one of ${Object.keys(shape.members).join(', ')}`,
    });
}

function checkString(shape: StringShape, value: string, name: string, faults: FieldFault[]): void {
  if (shape.enum && !shape.enum.includes(value)) {
    faults.push({ name, message: `must be one of ${shape.enum.join(', ')}${shown(shape, value)}` });
    return;
  }
  if (shape.min !== undefined && value.length < shape.min)
    faults.push({ name, message: `must be at least ${shape.min} characters, has ${value.length}` });
  // Counting code points costs; a string that is short in UTF-16 units is short in code points too.
  if (shape.max !== undefined && value.length > shape.max) {
    const length = [...value].length;
    if (length > shape.max)
      faults.push({ name, message: `must be at most ${shape.max} characters, has ${length}` });
  }
  if (shape.pattern !== undefined && !matches(shape.pattern, value))
    faults.push({ name, message: `must match ${shape.pattern}${shown(shape, value)}` });
}

function checkList(
  shape: ListShape,
  value: readonly unknown[],
  name: string,
  faults: FieldFault[],
): void {
  if (shape.min !== undefined && value.length < shape.min)
    faults.push({ name, message: `must have at least ${shape.min} members, has ${value.length}` });
  if (shape.max !== undefined && value.length > shape.max) {
    faults.push({ name, message: `must have at most ${shape.max} members, has ${value.length}` });
    return;
  }
  for (const [at, member] of value.entries()) {
    if (member === null || member === undefined)
      faults.push({ name: `${name}.${at}`, message: 'must not be null' });
    else checkShape(shape.member, member, `${name}.${at}`, faults);
  }
}

function matches(pattern: string, value: string): boolean {
  let compiled = patterns.get(pattern);
  if (!compiled) {
    compiled = new RegExp(`^(?:${pattern})$`, 'u');
    patterns.set(pattern, compiled);
  }
  return compiled.test(value);
}

function shown(shape: StringShape, value: string): string {
  return shape.sensitive ? '' : `, is ${JSON.stringify(value.slice(0, 100))}`;
}

function wrongType(faults: FieldFault[], name: string, expected: string, value: unknown): void {
  const got = Array.isArray(value) ? 'a list' : value === null ? 'null' : `of type ${typeof value}`;
  faults.push({ name, message: `must be ${expected}, is ${got}` });
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
