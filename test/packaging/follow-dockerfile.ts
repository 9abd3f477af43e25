import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Builds what a Dockerfile says, without Docker: each stage is a folder below `images`, with what its lines copy
 * and run. Other users and processors are not followed; an instruction that is not known is an error.
 * Gives the folder of the last stage, and the command it is started by.
 */
export async function followDockerfile(
  text: string,
  context: string,
  images: string,
  run: (command: string, folder: string) => Promise<unknown>,
): Promise<{ folder: string; command: string[] }> {
  const stages = new Map<string, string>();
  let folder = '';
  let command: string[] = [];
  for (const line of text.split('\n').filter((each) => each !== '' && !each.startsWith('#'))) {
    const [instruction = '', ...words] = line.split(' ');
    const plain = words.filter((word) => !word.startsWith('--'));
    if (instruction === 'FROM') {
      folder = join(images, `stage-${stages.size}`);
      mkdirSync(folder, { recursive: true });
      stages.set(plain[2] ?? '', folder);
    } else if (instruction === 'COPY') {
      const [source = '', target = ''] = plain;
      const stage = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
      const from = stage === undefined ? context : (stages.get(stage) ?? '');
      // A stage's folder stands for its WORKDIR.
      for (const found of matching(join(from, source.replace(/^\/app\//, '')))) {
        const to = target.endsWith('/') ? join(target, basename(found)) : target;
        cpSync(found, join(folder, to), { recursive: true, verbatimSymlinks: true });
      }
    } else if (instruction === 'RUN') {
      const commands = words.join(' ').split(' && ');
      for (const one of commands) if (!one.startsWith('chown ')) await run(one, folder);
    } else if (instruction === 'CMD') {
      command = JSON.parse(words.join(' ')) as string[];
    } else if (!['WORKDIR', 'ENV', 'USER', 'EXPOSE'].includes(instruction)) {
      throw new Error(`The Dockerfile has an instruction that is not followed here: ${line}`);
    }
  }
  return { folder, command };
}

/** A path, or those that its one star stands for. */
function matching(path: string): string[] {
  const [start = '', end = ''] = basename(path).split('*');
  if (!basename(path).includes('*')) return [path];
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(start) && name.endsWith(end))
    .map((name) => join(dirname(path), name));
}
