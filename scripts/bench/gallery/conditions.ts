/** What a gallery is gone through beside. */
export interface Condition {
  /** Busy processes. */
  readonly load: number;
  /** By how much DevTools slows a page's threads down. */
  readonly cpuRate: number;
}

/** The arguments of a program that goes through a gallery, for `parseArgs`. */
export const GALLERY_OPTIONS = {
  load: { type: 'string', default: '0' },
  cpu: { type: 'string', default: '1' },
  runs: { type: 'string', default: '1' },
  only: { type: 'string', default: '' },
} as const;

const numbers = (text: string) => text.split(',').filter(Boolean).map(Number);

/** Each load with the processor as it is, and no load with each other rate. */
export function conditionsOf({ load, cpu }: { load: string; cpu: string }): Condition[] {
  return [
    ...numbers(load).map((each) => ({ load: each, cpuRate: 1 })),
    ...numbers(cpu)
      .filter((rate) => rate !== 1)
      .map((cpuRate) => ({ load: 0, cpuRate })),
  ];
}

export function nameOf({ load, cpuRate }: Condition): string {
  return `${load} busy processes${cpuRate === 1 ? '' : `, processor ${cpuRate} times slower`}`;
}
