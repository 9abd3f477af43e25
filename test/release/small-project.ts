import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { ROOT } from '../architecture/source-files.js';

const PACKAGES = [
  ['cli', 'nova-act'],
  ['core', '@nova-act/core'],
] as const;

/** A project of two packages, with this project's scripts and tools and a git of its own. */
export function smallProject() {
  const path = mkdtempSync(join(tmpdir(), 'nova-act-release-'));
  const read = (file: string) => readFileSync(join(path, file), 'utf8');
  const write = (file: string, content: string | object) => {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    const text = typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`;
    writeFileSync(join(path, file), text);
  };
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], {
      cwd: path,
    });

  const { name, type, engines, packageManager, repository } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  ) as Record<string, string>;
  write('package.json', { name, private: true, type, engines, packageManager });
  write('pnpm-workspace.yaml', 'packages:\n  - packages/*\n');
  write('.gitignore', 'node_modules\n.cache\n');
  cpSync(join(ROOT, 'scripts'), join(path, 'scripts'), { recursive: true });
  // What is pending in this project is not what is tested.
  const isPending = (file: string) => file.endsWith('.md') && !file.endsWith('README.md');
  cpSync(join(ROOT, '.changeset'), join(path, '.changeset'), {
    recursive: true,
    filter: (file) => !isPending(file),
  });
  symlinkSync(join(ROOT, 'node_modules'), join(path, 'node_modules'), 'junction');
  for (const [folder, packageName] of PACKAGES) {
    const own = `packages/${folder}`;
    write(`${own}/package.json`, {
      name: packageName,
      version: '4.0.0',
      license: 'Apache-2.0',
      repository: { ...(repository as unknown as object), directory: own },
      type: 'module',
      engines: { node: '>=20' },
      sideEffects: false,
      files: ['index.js', 'index.d.ts'],
      exports: { types: './index.d.ts', default: './index.js' },
      types: './index.d.ts',
      // The alphabet is not the order.
      ...(folder === 'cli' ? { dependencies: { '@nova-act/core': 'workspace:^' } } : {}),
    });
    write(`${own}/index.js`, 'export const answer = 42;\n');
    write(`${own}/index.d.ts`, 'export declare const answer: number;\n');
    write(`${own}/LICENSE`, 'Apache-2.0\n');
    write(`${own}/README.md`, `# ${folder}\n`);
    write(`${own}/CHANGELOG.md`, `# ${folder}\n\n## 4.0.0\n\n- The first.\n`);
    write(`${own}/src/version.ts`, "export const VERSION = '4.0.0';\n");
  }
  // As pnpm would install them.
  mkdirSync(join(path, 'packages/cli/node_modules/@nova-act'), { recursive: true });
  symlinkSync(
    join(path, 'packages/core'),
    join(path, 'packages/cli/node_modules/@nova-act/core'),
    'junction',
  );
  git('init', '-q', '-b', 'main');
  const commit = () => {
    git('add', '-A');
    git('commit', '-qm', 'x');
  };
  commit();

  return {
    path,
    read,
    write,
    commit,
    /** Runs one of the scripts, with programs of `bin` before others of their name. */
    run(script: string, args: string[] = [], env: Record<string, string> = {}, bin?: string) {
      const before = bin ? `${bin}${delimiter}` : '';
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(path, 'scripts', script), ...args],
        {
          cwd: path,
          encoding: 'utf8',
          env: {
            ...process.env,
            GITHUB_REPOSITORY: '',
            GITHUB_REF_TYPE: '',
            ACTIONS_ID_TOKEN_REQUEST_URL: '',
            ...env,
            PATH: `${before}${process.env['PATH'] ?? ''}`,
          },
        },
      );
      return { status, stdout, stderr };
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
