/** The parts of a list as it stands in one argument: separated by commas, blanks around them left out. */
export function separated(text: string | undefined): string[] {
  return (text ?? '').split(',').flatMap((each) => each.trim() || []);
}
