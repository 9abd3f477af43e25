/** What the package reflect-metadata adds to `Reflect`. */
interface ReflectMetadata {
  getOwnMetadataKeys(target: object): unknown[];
  getOwnMetadata(key: unknown, target: object): unknown;
  defineMetadata(key: unknown, value: unknown, target: object): void;
}

/**
 * Gives `to` what decorators have noted on the function `from`, which it stands in for: frameworks such
 * as NestJS keep routes, schedules and guards there, and would find none on another function.
 */
export function copyMetadata<To extends object>(from: object, to: To): To {
  const reflect = Reflect as Partial<ReflectMetadata>;
  // Looked for now: it is there once the program has imported it, before its first decorator.
  if (reflect.getOwnMetadataKeys && reflect.getOwnMetadata && reflect.defineMetadata) {
    for (const key of reflect.getOwnMetadataKeys(from)) {
      reflect.defineMetadata(key, reflect.getOwnMetadata(key, from), to);
    }
  }
  for (const key of Reflect.ownKeys(from)) {
    const property = Object.getOwnPropertyDescriptor(from, key);
    if (property && !Object.hasOwn(to, key)) Object.defineProperty(to, key, property);
  }
  return to;
}
