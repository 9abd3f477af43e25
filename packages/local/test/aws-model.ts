import { existsSync, readFileSync } from 'node:fs';
import type { Shape } from '../src/contract/shape.js';

const file = new URL(
  '../../../../shared/contract/nova-act-2025-08-22.service-2.json',
  import.meta.url,
);

interface Member {
  shape: string;
  location?: 'uri' | 'querystring' | 'header';
  locationName?: string;
}
interface ModelShape {
  type: string;
  required?: string[];
  members?: Record<string, Member>;
  member?: Member;
  min?: number;
  max?: number;
  pattern?: string;
  enum?: string[];
  union?: boolean;
  document?: boolean;
  sensitive?: boolean;
  exception?: boolean;
  error?: { httpStatusCode: number };
}
export interface ModelOperation {
  name: string;
  http: { method: string; requestUri: string; responseCode: number };
  input: { shape: string };
  output: { shape: string };
}
interface Model {
  operations: Record<string, ModelOperation>;
  shapes: Record<string, ModelShape>;
}

/** AWS's own model of the service, when the folder it lies in is there. */
export const awsModel: Model | undefined = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as Model)
  : undefined;

/** Why tests are skipped where the model is not. */
export const withoutModel = 'the AWS service model (../shared/contract) is not here';

function shapeNamed(model: Model, name: string): ModelShape {
  const shape = model.shapes[name];
  if (!shape) throw new Error(`The model has no shape ${name}`);
  return shape;
}

/** A shape of the model, in the form that the service's own table has. */
export function readShape(model: Model, name: string): Shape {
  const shape = shapeNamed(model, name);
  const only = <Key extends string>(key: Key, value: unknown) =>
    value === undefined ? {} : ({ [key]: value } as Record<Key, never>);
  const limits = { ...only('min', shape.min), ...only('max', shape.max) };
  const members = () =>
    Object.fromEntries(
      Object.entries(shape.members ?? {}).map(([key, member]) => [
        key,
        readShape(model, member.shape),
      ]),
    );
  if (shape.document) return { type: 'document' };
  switch (shape.type) {
    case 'string':
      return {
        type: 'string',
        ...limits,
        ...only('pattern', shape.pattern),
        ...only('enum', shape.enum),
        ...only('sensitive', shape.sensitive),
      };
    case 'integer':
      return { type: 'integer', ...limits };
    case 'timestamp':
      return { type: 'timestamp' };
    case 'list':
      return { type: 'list', member: readShape(model, shape.member?.shape ?? ''), ...limits };
    case 'structure':
      return shape.union
        ? { type: 'union', members: members() }
        : { type: 'structure', required: shape.required ?? [], members: members() };
    default:
      throw new Error(`A shape of type ${shape.type} is new`);
  }
}

/** The members of a request or an answer by where they travel; a `?` ends the name of an optional one. */
export function readMembers(
  model: Model,
  name: string,
  location: 'uri' | 'querystring' | 'header' | undefined,
): Record<string, Shape> {
  const { members = {}, required = [] } = shapeNamed(model, name);
  return Object.fromEntries(
    Object.entries(members)
      .filter(([, member]) => member.location === location)
      .map(([key, member]) => [
        required.includes(key) ? key : `${key}?`,
        readShape(model, member.shape),
      ]),
  );
}

/** Each exception with its status and the members of its body. */
export function readExceptions(
  model: Model,
): Map<string, { status: number; body: Record<string, Shape> }> {
  return new Map(
    Object.entries(model.shapes)
      .filter(([, shape]) => shape.exception)
      .map(([name, shape]) => [
        name,
        {
          status: shape.error?.httpStatusCode ?? 0,
          body: readMembers(model, name, undefined),
        },
      ]),
  );
}
