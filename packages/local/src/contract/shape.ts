/** What a value of the wire contract may be. Lengths count Unicode code points, as Smithy does. */
export type Shape =
  | StringShape
  | IntegerShape
  | ListShape
  | StructureShape
  | UnionShape
  | { readonly type: 'document' }
  | { readonly type: 'timestamp' };

export interface StringShape {
  readonly type: 'string';
  readonly min?: number;
  readonly max?: number;
  /** Must match the whole value. */
  readonly pattern?: string;
  readonly enum?: readonly string[];
  /** The value is never repeated in a message. */
  readonly sensitive?: true;
}

export interface IntegerShape {
  readonly type: 'integer';
  readonly min?: number;
  readonly max?: number;
}

export interface ListShape {
  readonly type: 'list';
  readonly member: Shape;
  readonly min?: number;
  readonly max?: number;
}

export interface StructureShape {
  readonly type: 'structure';
  readonly required: readonly string[];
  readonly members: Readonly<Record<string, Shape>>;
}

/** A structure of which exactly one member is set. */
export interface UnionShape {
  readonly type: 'union';
  readonly members: Readonly<Record<string, Shape>>;
}
