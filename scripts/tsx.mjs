/** The arguments with which Node runs a TypeScript file of this project. */
export function tsx(file, args = []) {
  return ['--import', 'tsx', file, ...args];
}
