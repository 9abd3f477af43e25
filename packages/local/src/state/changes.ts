/**
 * What one operation changes in memory, so that it can be taken back when it can't be put on record.
 *
 * Records keep their identity: others hold them while a model thinks.
 */
export class Changes {
  readonly #undo: (() => void)[] = [];
  readonly #after: (() => void)[] = [];
  #failure: { error: unknown } | undefined;

  /**
   * Puts something on record. When that fails the changes have failed, whoever catches the error, and nothing more is
   * written: a database may have ended its transaction with the failure.
   */
  write(work: () => void): void {
    this.throwIfFailed();
    try {
      work();
    } catch (error) {
      this.#failure ??= { error };
      throw error;
    }
  }

  /** Changes members of a record; undefined takes one away. */
  assign<T extends object>(record: T, members: Partial<T>): void {
    for (const name of Object.keys(members) as (keyof T)[]) {
      const had = Object.hasOwn(record, name);
      const { [name]: before } = record;
      this.#undo.push(() => {
        if (had) record[name] = before;
        else delete record[name];
      });
    }
    Object.assign(record, members);
  }

  set<K, V>(map: Map<K, V>, key: K, value: V): void {
    const before = map.get(key);
    if (before === value) return;
    this.#undo.push(() => (before === undefined ? map.delete(key) : map.set(key, before)));
    map.set(key, value);
  }

  remove<K, V>(map: Map<K, V>, key: K): void {
    const before = map.get(key);
    if (before !== undefined) this.#undo.push(() => map.set(key, before));
    map.delete(key);
  }

  push<T>(list: T[], item: T): void {
    this.#undo.push(() => list.splice(list.lastIndexOf(item), 1));
    list.push(item);
  }

  /** What undoes something that is not in memory. */
  undo(work: () => void): void {
    this.#undo.push(work);
  }

  /** What is done once the changes are on record, and never if they are not. */
  after(work: () => void): void {
    this.#after.push(work);
  }

  throwIfFailed(): void {
    if (this.#failure) throw this.#failure.error;
  }

  rollBack(): void {
    for (const undo of this.#undo.splice(0).reverse()) undo();
  }

  finish(): void {
    for (const work of this.#after.splice(0)) work();
  }
}
