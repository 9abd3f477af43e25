/** A project that `init` can make. */
export interface Template {
  readonly name: TemplateName;
  readonly about: string;
  /** Folders of files, of which a later one's stand for an earlier one's. */
  readonly layers: readonly string[];
  /** What to type in it after `npm install`. */
  readonly next: readonly string[];
}

export const TEMPLATE_NAMES = [
  'script',
  'vitest',
  'playwright',
  'nest',
  'lambda',
  'container',
  'github-actions',
] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

const BROWSER = 'npx playwright install chromium';

/** Each starts on the service on this machine, without an account. */
const TEMPLATES: Readonly<Record<TemplateName, Omit<Template, 'name'>>> = {
  script: {
    about: 'a program',
    layers: ['common', 'program', 'script'],
    next: [BROWSER, 'npm start'],
  },
  vitest: {
    about: 'a workflow and its tests, with Vitest',
    layers: ['common', 'program', 'vitest'],
    next: [BROWSER, 'npm test'],
  },
  playwright: {
    about: 'acts in tests of Playwright Test',
    layers: ['common', 'playwright'],
    next: [BROWSER, 'npm test'],
  },
  nest: {
    about: 'a NestJS application',
    layers: ['common', 'program', 'nest'],
    next: [BROWSER, 'npm start'],
  },
  lambda: {
    about: 'an AWS Lambda function, its browser in AgentCore, and CloudFormation',
    layers: ['common', 'lambda'],
    next: ['npx playwright-core install chromium', 'npm start'],
  },
  container: {
    about: 'a container for Amazon Bedrock AgentCore Runtime, and CloudFormation',
    layers: ['common', 'program', 'container'],
    next: [BROWSER, 'npm start'],
  },
  'github-actions': {
    about: 'a program and its tests, run by GitHub Actions',
    layers: ['common', 'program', 'script', 'vitest', 'github-actions'],
    next: [BROWSER, 'npm test'],
  },
};

export const templateOf = (name: TemplateName): Template => ({ name, ...TEMPLATES[name] });
