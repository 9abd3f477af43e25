/** The names that an object of options may have; one that is an object of options has its own as its value. */
export interface KnownOptions {
  /** What takes them, as users call it. */
  readonly of: string;
  readonly names: ReadonlyMap<string, true | KnownOptions>;
  /** Names used elsewhere and what to do instead. */
  readonly elsewhere: ReadonlyMap<string, string>;
}

/** Every name of `O`, none left out and none too many: the compiler sees to it. */
export type NamesOf<O> = { readonly [Name in keyof O]-?: true | KnownOptions };

export function knownOptions<O>(
  of: string,
  names: NamesOf<O>,
  elsewhere: Readonly<Record<string, string>> = {},
): KnownOptions {
  return {
    of,
    names: new Map(Object.entries<true | KnownOptions>(names)),
    elsewhere: new Map(Object.entries(elsewhere)),
  };
}
