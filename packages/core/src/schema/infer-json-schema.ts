/**
 * The type that a JSON Schema written out in the program describes, of what its keywords say at compile
 * time: `type`, `properties`, `required`, `additionalProperties`, `items`, `prefixItems`, `enum`,
 * `const`, `anyOf`, `oneOf`, `allOf` and `$ref` into its own `$defs` or `definitions`. What it cannot
 * tell is `unknown`; the check at run time knows all of JSON Schema.
 *
 * Small on purpose: a schema costs the compiler what the same type written by hand would.
 */
export type FromJsonSchema<S, Root = S> = S extends true
  ? unknown
  : S extends { readonly $ref: infer Ref }
    ? Referenced<Ref, Root>
    : S extends { readonly const: infer Value }
      ? Mutable<Value>
      : S extends { readonly enum: readonly (infer Value)[] }
        ? Mutable<Value>
        : S extends { readonly anyOf: readonly (infer Part)[] }
          ? FromEach<Part, Root>
          : S extends { readonly oneOf: readonly (infer Part)[] }
            ? FromEach<Part, Root>
            : S extends { readonly allOf: infer Parts extends readonly unknown[] }
              ? FromAll<Parts, Root>
              : S extends { readonly type: infer Type }
                ? FromType<Type extends readonly (infer One)[] ? One : Type, S, Root>
                : S extends { readonly properties: unknown }
                  ? FromObject<S, Root>
                  : unknown;

type FromEach<Part, Root> = Part extends unknown ? FromJsonSchema<Part, Root> : never;

type FromAll<Parts extends readonly unknown[], Root> = Parts extends readonly [
  infer First,
  ...infer Rest,
]
  ? FromJsonSchema<First, Root> & FromAll<Rest, Root>
  : unknown;

type FromType<Type, S, Root> = Type extends 'string'
  ? string
  : Type extends 'number' | 'integer'
    ? number
    : Type extends 'boolean'
      ? boolean
      : Type extends 'null'
        ? null
        : Type extends 'array'
          ? FromArray<S, Root>
          : Type extends 'object'
            ? FromObject<S, Root>
            : unknown;

type FromArray<S, Root> = S extends { readonly prefixItems: infer Items extends readonly unknown[] }
  ? { -readonly [Index in keyof Items]: FromJsonSchema<Items[Index], Root> }
  : S extends { readonly items: infer Item }
    ? FromJsonSchema<Item, Root>[]
    : unknown[];

type FromObject<S, Root> = S extends { readonly properties: infer Properties }
  ? Flat<
      {
        -readonly [Name in keyof Properties as Name extends RequiredIn<S>
          ? Name
          : never]: FromJsonSchema<Properties[Name], Root>;
      } & {
        -readonly [Name in keyof Properties as Name extends RequiredIn<S> ? never : Name]?:
          | FromJsonSchema<Properties[Name], Root>
          | undefined;
      }
    >
  : { [name: string]: FromRest<S, Root> };

type FromRest<S, Root> = S extends { readonly additionalProperties: infer Rest }
  ? Rest extends false
    ? never
    : FromJsonSchema<Rest, Root>
  : unknown;

type RequiredIn<S> = S extends { readonly required: readonly (infer Name)[] } ? Name : never;

type Referenced<Ref, Root> = Ref extends '#'
  ? FromJsonSchema<Root, Root>
  : Ref extends `#/$defs/${infer Name}`
    ? Root extends { readonly $defs: { readonly [Key in Name]: infer Part } }
      ? FromJsonSchema<Part, Root>
      : unknown
    : Ref extends `#/definitions/${infer Name}`
      ? Root extends { readonly definitions: { readonly [Key in Name]: infer Part } }
        ? FromJsonSchema<Part, Root>
        : unknown
      : unknown;

type Mutable<T> = T extends object ? { -readonly [Name in keyof T]: Mutable<T[Name]> } : T;
type Flat<T> = { [Name in keyof T]: T[Name] };
