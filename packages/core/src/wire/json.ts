/** Whatever JSON can say. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { [key: string]: JsonValue };

/** An object of JSON. */
export type JsonObject = { [key: string]: JsonValue };
