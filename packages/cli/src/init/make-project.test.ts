import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { LeftError } from '../arguments/questions.js';
import { runIn } from '../run-cli.case.js';
import { VERSION } from '../version.js';
import { projectName } from './project-name.js';
import { shellWord } from './shell-word.js';
import { TEMPLATE_NAMES } from './templates.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});
const place = () => {
  const folder = mkdtempSync(join(tmpdir(), 'nova-act-init-'));
  folders.push(folder);
  return folder;
};

it.each(TEMPLATE_NAMES)('%s becomes a project of its name in a new folder', async (template) => {
  const cwd = place();
  const { code, out } = await runIn(
    { cwd },
    'init',
    'moon_watch',
    '--template',
    template,
    '--json',
  );
  expect(code).toBe(0);
  const { directory, files, next } = JSON.parse(out);
  expect(directory).toBe(join(cwd, 'moon_watch'));
  expect(files).toEqual(expect.arrayContaining(['.gitignore', 'README.md', 'package.json']));
  expect(next.slice(0, 2)).toEqual(['cd moon_watch', 'npm install']);
  for (const file of files) {
    const text = readFileSync(join(directory, file), 'utf8');
    expect(text, file).not.toContain('my-agent');
  }
  const { name, scripts, dependencies, devDependencies } = JSON.parse(
    readFileSync(join(directory, 'package.json'), 'utf8'),
  );
  expect(name).toBe('moon_watch');
  // What its README has a user type is there without the network.
  expect(devDependencies).toHaveProperty('nova-act');
  for (const [library, range] of Object.entries({ ...dependencies, ...devDependencies })) {
    if (library === 'nova-act' || library.startsWith('@nova-act/'))
      expect(range, library).toBe(`^${VERSION}`);
  }
  const typed = next.filter((line: string) => line.startsWith('npm ')).slice(1);
  for (const line of typed) expect(scripts).toHaveProperty(line.split(' ')[1] ?? '');
});

it('the container has the browser of its Playwright: the image is of the same version', async () => {
  const cwd = place();
  await runIn({ cwd }, 'init', '--template', 'container');
  const text = (file: string) => readFileSync(join(cwd, file), 'utf8');
  const { playwright } = JSON.parse(text('package.json')).dependencies;
  const images = text('Dockerfile')
    .split('\n')
    .filter((line) => line.startsWith('FROM '));
  expect(images).toHaveLength(2);
  for (const image of images) expect(image).toContain(`/playwright:v${playwright}-`);
});

it('a folder that holds something is left as it is', async () => {
  const cwd = place();
  writeFileSync(join(cwd, 'mine.txt'), 'mine');
  const { code, error } = await runIn({ cwd }, 'init', '--template', 'script');
  expect(code).toBe(2);
  expect(error).toContain('not empty: it has mine.txt');
});

it('a folder that cannot be made is named, with the reason', async () => {
  const cwd = place();
  writeFileSync(join(cwd, 'file'), '');
  const { code, error } = await runIn({ cwd }, 'init', 'file/below', '--template', 'script');
  expect(code).toBe(2);
  expect(error).toContain(`${join('file', 'below')}`);
  expect(error).toMatch(/cannot be written \((ENOTDIR|EEXIST|ENOENT)\)\. Name another folder/);
});

it.runIf(process.platform === 'linux')('below /proc nothing is made, at once', async () => {
  const { code, error } = await runIn({ cwd: '/proc' }, 'init', 'x/y', '--template', 'script');
  expect(code).toBe(2);
  expect(error).toContain('cannot be written (ENOENT). Name another folder');
});

it('a file is no folder', async () => {
  const cwd = place();
  writeFileSync(join(cwd, 'file'), '');
  const { code, error } = await runIn({ cwd }, 'init', 'file', '--template', 'script');
  expect({ code, error }).toMatchObject({
    code: 2,
    error: expect.stringContaining('is no folder'),
  });
});

it('a project that is there is told how to add to it, and stays as it is', async () => {
  const cwd = place();
  writeFileSync(join(cwd, 'package.json'), '{}');
  const { code, error } = await runIn({ cwd }, 'init', '--template', 'script');
  expect(code).toBe(2);
  expect(error).toContain('has package.json');
  expect(error).toContain('npm install @nova-act/core');
  expect(readFileSync(join(cwd, 'package.json'), 'utf8')).toBe('{}');
});

it('what cannot be written whole is taken back, and what is of others stays', async () => {
  const cwd = place();
  mkdirSync(join(cwd, '.git'));
  const templates = pathToFileURL(`${join(place(), 'templates')}/`);
  for (const layer of ['common', 'program', 'script']) {
    const folder = join(fileURLToPath(templates), layer);
    mkdirSync(join(folder, 'src'), { recursive: true });
    writeFileSync(join(folder, 'src/main.ts'), '');
    // Becomes `.git`, which is a folder there.
    writeFileSync(join(folder, '_git'), '');
  }
  const { code, error } = await runIn({ cwd, templates }, 'init', '--template', 'script');
  expect(code).toBe(2);
  expect(error).toMatch(/\.git cannot be written \((?:EEXIST|EISDIR)\)/);
  expect(readdirSync(cwd)).toEqual(['.git']);
});

it.each([
  ['my agent', 'linux', `cd 'my agent'`],
  ["it's", 'darwin', String.raw`cd 'it'\''s'`],
  ['C:\\agents', 'linux', `cd 'C:\\agents'`],
  ['..\\my agent', 'win32', 'cd "..\\my agent"'],
  ['C:\\agents\\a', 'win32', 'cd C:\\agents\\a'],
  ['a/b-c_1.2', 'linux', 'cd a/b-c_1.2'],
] as const)(
  '%s is typed so that the shells of %s take it for one word',
  (path, platform, typed) => {
    expect(`cd ${shellWord(path, platform)}`).toBe(typed);
  },
);

it('a folder that is only under version control is empty', async () => {
  const cwd = place();
  mkdirSync(join(cwd, '.git'));
  const { code, out } = await runIn({ cwd }, 'init', '--template', 'script');
  expect(code).toBe(0);
  expect(out).toContain('src/main.ts');
  expect(out).not.toContain('cd ');
});

it('at a terminal the kind of project is asked for; who leaves makes nothing', async () => {
  const cwd = place();
  const asks = (choose: () => Promise<never>) => ({ confirm: async () => false, choose });
  const leaves = asks(() => Promise.reject(new LeftError('gone')));
  const left = await runIn({ cwd, questions: leaves }, 'init', 'a');
  expect(left).toEqual({ code: 130, out: '', error: 'nova-act: Canceled\n' });
  expect(existsSync(join(cwd, 'a'))).toBe(false);
  const chosen = await runIn(
    { cwd, questions: asks(async () => 'vitest' as never) },
    ...['init', 'a'],
  );
  expect(chosen.out).toContain('test/how-many-moons.test.ts');
});

it.each([
  ['/home/me/Moon Watch', 'moon-watch'],
  ['/home/me/__x', 'x'],
  ['/home/me/月', 'my-agent'],
])('the project in %s is called %s', (folder, name) => {
  expect(projectName(undefined, folder)).toBe(name);
});
