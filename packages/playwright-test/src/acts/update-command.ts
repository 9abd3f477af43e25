import { relative } from 'node:path';

/** Of `testInfo`, which test it is. */
export interface WhichTest {
  readonly file: string;
  readonly line: number;
  readonly config: { readonly rootDir: string };
  readonly project: { readonly name: string };
}

/** What is typed so that the acts of a test are recorded. */
export function updateCommand({ file, line, config, project }: WhichTest): string {
  const path = relative(config.rootDir, file).replaceAll('\\', '/');
  const named = project.name === '' ? '' : ` --project=${quoted(project.name)}`;
  return `npx nova-act-playwright test --update-acts ${quoted(`${path}:${line}`)}${named}`;
}

const quoted = (word: string): string => (/^[\w./:@-]+$/.test(word) ? word : JSON.stringify(word));
