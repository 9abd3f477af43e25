import type { Shape, StringShape } from '../src/contract/shape.js';

/** A value that a shape refuses, why, and which member should be named. */
export interface Strange {
  why: string;
  /** Path from the member: empty for the member itself. */
  at: string;
  value: unknown;
}

/** Values around the edges that `shape` refuses, for its members and theirs too. `valid` is one it takes. */
export function strangeValues(shape: Shape, valid: unknown): Strange[] {
  const wrongTypes = (...values: unknown[]): Strange[] =>
    values.map((value) => ({ why: `wrongly typed (${JSON.stringify(value)})`, at: '', value }));
  switch (shape.type) {
    case 'document':
      return [];
    case 'timestamp':
      return wrongTypes(1, 'yesterday');
    case 'string':
      return [...wrongTypes(1, true, ['a'], { a: 1 }), ...strangeStrings(shape)];
    case 'integer':
      return [
        ...wrongTypes('seven', 1.5, true, [1], 2 ** 40),
        ...(shape.min === undefined ? [] : [{ why: 'too small', at: '', value: shape.min - 1 }]),
        ...(shape.max === undefined ? [] : [{ why: 'too large', at: '', value: shape.max + 1 }]),
      ];
    case 'list': {
      const [first] = valid as unknown[];
      return [
        ...wrongTypes('list', 1, { 0: 'a' }),
        ...((shape.min ?? 0) > 0 ? [{ why: 'too short', at: '', value: [] }] : []),
        ...(shape.max === undefined
          ? []
          : [{ why: 'too long', at: '', value: Array(shape.max + 1).fill(first) }]),
        { why: 'with a null', at: '.0', value: [null] },
        ...strangeValues(shape.member, first).map((inner) => ({
          why: inner.why,
          at: `.0${inner.at}`,
          value: [inner.value],
        })),
      ];
    }
    case 'structure':
      return [
        ...wrongTypes('object', 1, ['a']),
        ...shape.required.map((name) => {
          const { [name]: _, ...rest } = valid as Record<string, unknown>;
          return { why: 'missing', at: `.${name}`, value: rest };
        }),
        ...nested(shape.members, valid as Record<string, unknown>),
      ];
    case 'union':
      return [
        ...wrongTypes('object', 1, ['a']),
        { why: 'with no member', at: '', value: {} },
        ...nested(shape.members, valid as Record<string, unknown>),
      ];
  }
}

function nested(members: Readonly<Record<string, Shape>>, valid: Record<string, unknown>) {
  return Object.entries(members).flatMap(([name, inner]) =>
    strangeValues(inner, valid[name]).map((strange) => ({
      why: strange.why,
      at: `.${name}${strange.at}`,
      value: { ...valid, [name]: strange.value },
    })),
  );
}

function strangeStrings(shape: StringShape): Strange[] {
  const strange: Strange[] = [];
  const add = (why: string, value: string) => strange.push({ why, at: '', value });
  if (shape.enum) add('not of the enum', 'Something');
  if ((shape.min ?? 0) > 0) add('too short', 'a'.repeat((shape.min ?? 1) - 1));
  if (shape.max !== undefined) add('too long', 'a'.repeat(shape.max + 1));
  for (const value of ['', ' ', 'a b', 'é', 'a\n', '-', 'ZZ', '../..'])
    if (shape.pattern && !new RegExp(`^(?:${shape.pattern})$`, 'u').test(value))
      add(`badly patterned (${JSON.stringify(value)})`, value);
  return strange;
}

/** Strings that only just fit. */
export function fittingStrings(shape: Shape): string[] {
  if (shape.type !== 'string' || shape.enum) return [];
  const fitting: string[] = [];
  for (const length of [shape.min, shape.max]) {
    if (length === undefined) continue;
    fitting.push('a'.repeat(length));
    // A limit counts code points: this one has two UTF-16 units.
    fitting.push('🛰'.repeat(length));
  }
  return fitting.filter(
    (value) => !shape.pattern || new RegExp(`^(?:${shape.pattern})$`, 'u').test(value),
  );
}
