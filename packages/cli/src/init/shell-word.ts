/** What no shell reads as anything but a part of a word. */
const PLAIN = /^[\w./@%+=:,~-]+$/;

/** A path as it is typed at a shell: in quotes where its blanks and signs would be read otherwise. */
export function shellWord(path: string, platform: NodeJS.Platform): string {
  if (platform === 'win32') return /[ &()^;,]/.test(path) ? `"${path}"` : path;
  return PLAIN.test(path) && !path.startsWith('~') ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
