/** Hides addresses: a registry or proxy URL may hold a name or a token nobody means to show. */
export function redact(text) {
  return text
    .replace(/\b([a-z][a-z0-9+.-]*):\/\/[^\s"'<>)\]]+/gi, '$1://…')
    .replace(/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT) [^\s']*[.:][^\s']*/g, '$1 …')
    .replace(/\b(hostname|address): '[^']*'/g, "$1: '…'");
}
