/** What a look at one thing came to. */
export interface Finding {
  /** `failed`: a run could not be done so. `warning`: it could, and may not go as it is meant. */
  readonly state: 'ok' | 'warning' | 'failed';
  readonly says: string;
  /** What to do about it. */
  readonly remedy?: string | undefined;
  /** The same for programs. */
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
}

/** One thing to look at. */
export interface Check {
  readonly name: string;
  /** Milliseconds it may take; then it has failed. */
  readonly deadlineMs: number;
  /** The check without which this one says nothing. */
  readonly after?: string;
  /** @param signal is aborted at the deadline, and when the command is to stop */
  look(signal: AbortSignal): Finding | Promise<Finding>;
}

export interface Examined extends Omit<Finding, 'state'> {
  readonly name: string;
  readonly state: Finding['state'] | 'skipped';
}

export const ok = (says: string, facts?: Finding['facts']): Finding => ({
  state: 'ok',
  says,
  facts,
});
export const warning = (says: string, remedy: string, facts?: Finding['facts']): Finding => ({
  state: 'warning',
  says,
  remedy,
  facts,
});
export const failed = (says: string, remedy?: string, facts?: Finding['facts']): Finding => ({
  state: 'failed',
  says,
  remedy,
  facts,
});
