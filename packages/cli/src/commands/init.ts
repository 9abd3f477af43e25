import { relative, resolve } from 'node:path';
import { defineCommand } from 'citty';
import type { Surroundings } from '../arguments/surroundings.js';
import { UsageError } from '../arguments/usage-error.js';
import { makeProject } from '../init/make-project.js';
import { projectName } from '../init/project-name.js';
import { shellWord } from '../init/shell-word.js';
import { TEMPLATE_NAMES, type TemplateName, templateOf } from '../init/templates.js';
import { asJson } from '../output/json.js';

/** `nova-act init`: a project in an empty folder, which starts at once on the service on this machine. */
export function initCommand(around: Surroundings) {
  return defineCommand({
    meta: { name: 'init', description: 'Begin a project in an empty folder' },
    args: {
      folder: {
        type: 'positional',
        default: '.',
        description: 'An empty folder, or one to be made',
      },
      template: {
        type: 'enum',
        options: [...TEMPLATE_NAMES],
        description: 'What kind of project; asked for where it is left out',
      },
      name: {
        type: 'string',
        description: 'Its name, and that of its workflow definition (the folder’s)',
      },
      json: { type: 'boolean', description: 'Print what was made as JSON' },
    },
    async run({ args }) {
      const { folder, json = false } = args;
      const directory = resolve(around.cwd, folder);
      const name = projectName(args.name, directory);
      const chosen = args.template ?? (await choose(around));
      const template = templateOf(chosen);
      const files = await makeProject({ directory, name, template }, around.templates);
      const place = relative(around.cwd, directory);
      const into = place === '' ? [] : [`cd ${shellWord(place, around.platform)}`];
      const next = [...into, 'npm install', ...template.next];
      if (json) return around.print(asJson({ directory, name, template: chosen, files, next }));
      around.print(`${name}: ${template.about}\n`);
      around.print(files.map((file) => `  ${file}\n`).join(''));
      around.print(`Next, without an account:\n${next.map((line) => `  ${line}\n`).join('')}`);
      around.print('Its README.md says more, and how it runs with AWS.\n');
    },
  });
}

/** @throws UsageError where nobody can be asked */
async function choose({ questions }: Surroundings): Promise<TemplateName> {
  if (!questions) {
    const names = TEMPLATE_NAMES.join(', ');
    throw new UsageError(`Name what kind of project it is to be: --template, one of ${names}`);
  }
  const choices = TEMPLATE_NAMES.map((value) => ({
    value,
    label: value,
    hint: templateOf(value).about,
  }));
  return questions.choose('What kind of project?', choices);
}
