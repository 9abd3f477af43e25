const yes =
  /^(?:yes|y|true|on|checked|enabled|available|in stock|included|ja|oui|✓|✔|✅|☑|active|selected)$/i;
const no =
  /^(?:no|n|false|off|unchecked|disabled|unavailable|out of stock|sold out|not included|not available|none|✗|✘|✕|×|❌|☐|inactive|nein|non)$/i;

/** What a short text says of a yes or no; undefined when it says neither. */
export function parseBoolean(text: string): boolean | undefined {
  const value = text.trim().replace(/(?<![.!])[.!]+$/, '');
  if (yes.test(value)) return true;
  return no.test(value) ? false : undefined;
}
