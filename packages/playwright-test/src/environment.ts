/** What the environment says of the tests. Nothing else of this package reads it. */
export interface TestEnvironment {
  /** `CI`, as CI servers set it. */
  readonly isCi: boolean;
  /** `NOVA_ACT_UPDATE_ACTS`: what `--update-acts` sets. */
  readonly updateActs: string | undefined;
  /** `NOVA_ACT_USED_ACTS`: a file to note in which recordings are used, while stale ones are looked for. */
  readonly usedActs: string | undefined;
}

/** A variable that is empty counts as unset. */
export function readTestEnvironment(
  env: Readonly<Record<string, string | undefined>> = process.env,
): TestEnvironment {
  const text = (name: string) => env[name]?.trim() || undefined;
  const ci = text('CI')?.toLowerCase();
  return {
    isCi: ci !== undefined && ci !== '0' && ci !== 'false',
    updateActs: text('NOVA_ACT_UPDATE_ACTS'),
    usedActs: text('NOVA_ACT_USED_ACTS'),
  };
}
