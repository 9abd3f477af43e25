import { inPage } from '../frames/in-page.js';

/** What became of it: `elsewhere` when the page is of another origin; `why` of databases that failed. */
export interface Seeded {
  readonly elsewhere: boolean;
  readonly why?: string | undefined;
}

/**
 * Puts keys and databases into the origin of the page, none over one that is there. A database is made
 * whole or not at all. Playwright gives what JSON cannot hold (dates, byte arrays, …) in a writing of its
 * own, which is read here as Playwright reads it.
 */
export const seedStorage = inPage(async function seedStorage(
  origin: string,
  entries: readonly { name: string; value: string }[],
  // biome-ignore lint/suspicious/noExplicitAny: as Playwright writes them down.
  databases: readonly any[],
): Promise<Seeded> {
  if (location.origin !== origin) return { elsewhere: true };
  for (const { name, value } of entries) {
    if (localStorage.getItem(name) === null) localStorage.setItem(name, value);
  }
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const bytes = (base64: string) => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const views: Record<string, string> = {
    i8: 'Int8Array',
    ui8: 'Uint8Array',
    ui8c: 'Uint8ClampedArray',
    i16: 'Int16Array',
    ui16: 'Uint16Array',
    i32: 'Int32Array',
    ui32: 'Uint32Array',
    f32: 'Float32Array',
    f64: 'Float64Array',
    bi64: 'BigInt64Array',
    bui64: 'BigUint64Array',
  };
  const words: Record<string, unknown> = {
    undefined: undefined,
    null: null,
    NaN: Number.NaN,
    Infinity: Number.POSITIVE_INFINITY,
    '-Infinity': Number.NEGATIVE_INFINITY,
    '-0': -0,
  };
  // biome-ignore lint/suspicious/noExplicitAny: as Playwright writes them down.
  const read = (written: any, refs: Map<number, unknown>): unknown => {
    if (typeof written !== 'object' || written === null) return written;
    const noted = <T>(made: T): T => {
      refs.set(written.id, made);
      return made;
    };
    if ('ref' in written) return refs.get(written.ref);
    if ('v' in written) return words[written.v];
    if ('d' in written) return new Date(written.d);
    if ('bi' in written) return BigInt(written.bi);
    if ('ab' in written) return bytes(written.ab.b).buffer;
    if ('ta' in written) {
      const View = (globalThis as Record<string, unknown>)[views[written.ta.k] ?? ''];
      return new (View as typeof Uint8Array)(bytes(written.ta.b).buffer);
    }
    if ('a' in written) {
      const list = noted<unknown[]>([]);
      for (const item of written.a) list.push(read(item, refs));
      return list;
    }
    if ('o' in written) {
      const object = noted<Record<string, unknown>>({});
      for (const { k, v } of written.o) if (k !== '__proto__') object[k] = read(v, refs);
      return object;
    }
    if ('m' in written) {
      const map = noted(new Map());
      for (const { k, v } of written.m) map.set(read(k, refs), read(v, refs));
      return map;
    }
    if ('s' in written) {
      const set = noted(new Set());
      for (const item of written.s) set.add(read(item, refs));
      return set;
    }
    throw new Error(`a value that is written as ${Object.keys(written).join()}`);
  };
  const there = databases.length > 0 ? await indexedDB.databases() : [];
  let why: string | undefined;
  for (const { name, version, stores } of databases) {
    if (there.some((database) => database.name === name)) continue;
    let database: IDBDatabase | undefined;
    try {
      const opening = indexedDB.open(name, version);
      opening.onupgradeneeded = () => {
        for (const { name, keyPathArray, keyPath, autoIncrement, indexes } of stores) {
          const path = keyPathArray ?? keyPath ?? null;
          const store = opening.result.createObjectStore(name, { keyPath: path, autoIncrement });
          for (const index of indexes) {
            const { unique, multiEntry } = index;
            const indexed = index.keyPathArray ?? index.keyPath;
            store.createIndex(index.name, indexed, { unique, multiEntry });
          }
        }
      };
      database = await done(opening);
      for (const { name: from, records } of stores) {
        const store = database.transaction(from, 'readwrite').objectStore(from);
        const adding = [];
        for (const record of records) {
          const value = 'value' in record ? record.value : read(record.valueEncoded, new Map());
          const key = 'key' in record ? record.key : read(record.keyEncoded, new Map());
          adding.push(done(store.add(value, key)));
        }
        await Promise.all(adding);
      }
      database.close();
    } catch (error) {
      why = `${name}: ${error instanceof Error ? error.message : String(error)}`;
      database?.close();
      indexedDB.deleteDatabase(name);
    }
  }
  return { elsewhere: false, why };
});
