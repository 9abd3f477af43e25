/**
 * The names that an object of options may have, one list for each type. An option that is an object
 * of options itself has its own list as its value.
 */
export interface KnownOptions {
  /** What takes them, as users call it: `NovaAct`, `act()`. */
  readonly of: string;
  /** Each option by its name; a name that is not here is refused. */
  readonly names: ReadonlyMap<string, KnownName>;
  /** Names used elsewhere (in Python, in another call) and what to do instead, by `plainName`. */
  readonly elsewhere: ReadonlyMap<string, string>;
}

/** How a name is known: by itself, with names of its own within, or taken without being offered. */
export type KnownName = true | 'unlisted' | KnownOptions;

/** Every name of `O`, none left out and none too many: the compiler sees to it. */
export type NamesOf<O> = { readonly [Name in keyof O]-?: KnownName };

/**
 * The options of a type as a list that can be looked through at run time: see `refuseUnknown`.
 * @param elsewhere for names of other places: the name there, and a sentence that says what to do.
 */
export function knownOptions<O>(
  of: string,
  names: NamesOf<O>,
  elsewhere: Readonly<Record<string, string>> = {},
): KnownOptions {
  return {
    of,
    names: new Map(Object.entries<KnownName>(names)),
    elsewhere: new Map(
      Object.entries(elsewhere).map(([name, remedy]) => [plainName(name), remedy]),
    ),
  };
}

/** `go_to_url_timeout`, `goToURLTimeout` and `goToUrlTimeout` are one. */
export function plainName(name: string): string {
  return name.replace(/[^a-zA-Z0-9]/g, '').toLowerCase();
}

/** The names to tell users of. */
export function listedNames({ names }: KnownOptions): string[] {
  return [...names].flatMap(([name, how]) => (how === 'unlisted' ? [] : [name]));
}
