import type { Memory, MemoryKey, Recording } from '@nova-act/core';

/** Recordings in memory, as JSON keeps them. */
export class TestMemory implements Memory {
  readonly kept = new Map<string, string>();
  saves = 0;
  baseUrl: string | undefined;

  async load({ id }: MemoryKey): Promise<unknown> {
    const text = this.kept.get(id);
    return text === undefined ? undefined : JSON.parse(text);
  }

  async save({ id }: MemoryKey, recording: Recording): Promise<void> {
    this.saves++;
    this.kept.set(id, JSON.stringify(recording));
  }

  get newest(): Recording | undefined {
    const text = [...this.kept.values()].at(-1);
    return text === undefined ? undefined : JSON.parse(text);
  }
}
