import { type MemoryMode, ValidationError } from '@nova-act/core';

/**
 * Which recordings of acts are written anew, as Playwright has it for snapshots. `none`: acts are played, or
 * fail. `missing`: what is not recorded yet is; a recording that there is stays as it is. `changed`: what does
 * not hold any more is mended, too. `all`: every act is done by the model and recorded anew.
 */
export const UPDATES = ['none', 'missing', 'changed', 'all'] as const;
export type ActsUpdate = (typeof UPDATES)[number];

/** How the acts of a test use their recordings. */
export interface ActsPolicy {
  /** Of an act that does not say. */
  readonly mode: MemoryMode;
  /** A recording that there is stays as it is. */
  readonly keepsRecorded: boolean;
  /** Somebody asked for acts to be updated: an act that says `only` is recorded, too. */
  readonly isUpdating: boolean;
}

export interface AskedOfActs {
  /** The option `novaActMemory`. */
  readonly option: MemoryMode | undefined;
  /** `NOVA_ACT_UPDATE_ACTS`. */
  readonly updateActs: string | undefined;
  /** Playwright's `updateSnapshots`, from its config or `--update-snapshots`. */
  readonly updateSnapshots: string | undefined;
  readonly isCi: boolean;
}

const MODES: Readonly<Record<ActsUpdate, Omit<ActsPolicy, 'isUpdating'>>> = {
  none: { mode: 'only', keepsRecorded: true },
  missing: { mode: 'use', keepsRecorded: true },
  changed: { mode: 'use', keepsRecorded: false },
  all: { mode: 'record', keepsRecorded: false },
};

/**
 * `--update-acts` comes before the option `novaActMemory`, that before Playwright's `--update-snapshots`; else
 * acts are only played where `CI` is set, and mended elsewhere. What is `off` stays off. @throws ValidationError
 */
export function actsPolicy({ option, updateActs, updateSnapshots, isCi }: AskedOfActs): ActsPolicy {
  const asked = updateActs === undefined ? undefined : readUpdate(updateActs);
  const isUpdating = asked !== undefined && asked !== 'none';
  if (option === 'off') return { mode: 'off', keepsRecorded: true, isUpdating };
  if (asked) return { ...MODES[asked], isUpdating };
  if (option) return { mode: option, keepsRecorded: false, isUpdating };
  const byDefault: ActsUpdate = isCi ? 'none' : 'changed';
  return { ...MODES[isUpdate(updateSnapshots) ? updateSnapshots : byDefault], isUpdating };
}

/** The mode of one act, which may have one of its own. */
export function modeOf(own: MemoryMode | undefined, { mode, isUpdating }: ActsPolicy): MemoryMode {
  return own === undefined || (own === 'only' && isUpdating) ? mode : own;
}

/** @throws ValidationError */
export function readUpdate(text: string): ActsUpdate {
  if (['1', 'true'].includes(text.toLowerCase())) return 'changed';
  if (isUpdate(text)) return text;
  throw new ValidationError('is not a way to update acts', {
    field: 'NOVA_ACT_UPDATE_ACTS',
    value: text,
    remedy: `Use one of ${UPDATES.join(', ')}, or 1 for changed.`,
  });
}

const isUpdate = (text: string | undefined): text is ActsUpdate =>
  (UPDATES as readonly (string | undefined)[]).includes(text);
