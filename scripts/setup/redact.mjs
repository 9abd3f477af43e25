/** Hides addresses: a registry or proxy URL may hold a name or a token nobody means to show. */
export function redact(text) {
  return text.replace(/\b([a-z][a-z0-9+.-]*):\/\/[^\s"'<>)\]]+/gi, '$1://…');
}
