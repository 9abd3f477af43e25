import type { JsonObject, JsonValue } from '../wire/json.js';

/**
 * In how many ways two items of one list in `value`, at any depth, are the same. In time proportional
 * to the value, where comparing each item with each takes its square.
 */
export function repeatedPairs(value: unknown): number {
  const ids = new Map<string, number>();
  let pairs = 0;
  /** The same number for the same JSON, whatever the order of its members. */
  const idOf = (one: unknown): number => {
    let key: string;
    if (Array.isArray(one)) {
      const items = one.map(idOf);
      pairs += items.length - new Set(items).size;
      key = `[${items.join()}`;
    } else if (typeof one === 'object' && one !== null) {
      const members = Object.entries(one).map(([name, member]) => [name, idOf(member)] as const);
      key = `{${JSON.stringify(members.sort(([a], [b]) => (a < b ? -1 : 1)))}`;
    } else key = JSON.stringify(one) ?? '';
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    return id;
  };
  idOf(value);
  return pairs;
}

/** What these keywords hold is no schema. */
const VALUES = new Set(['const', 'enum', 'default', 'examples']);

/** The schema without `uniqueItems: true`; itself where it has none. */
export function withoutUniqueItems(schema: JsonObject): JsonObject {
  const walk = (part: JsonValue): JsonValue => {
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) {
      const items = part.map(walk);
      return items.some((item, at) => item !== part[at]) ? items : part;
    }
    const kept = Object.entries(part).filter(
      ([keyword, value]) => keyword !== 'uniqueItems' || value !== true,
    );
    const members = kept.map(([keyword, value]): [string, JsonValue] => [
      keyword,
      VALUES.has(keyword) ? value : walk(value),
    ]);
    const same =
      kept.length === Object.keys(part).length &&
      members.every(([keyword, value]) => value === part[keyword]);
    return same ? part : Object.fromEntries(members);
  };
  return walk(schema) as JsonObject;
}
