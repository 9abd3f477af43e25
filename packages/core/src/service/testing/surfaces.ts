import { readConfig } from '../../config.js';
import { createNovaActService } from '../create-service.js';
import type { ServiceOptions, ServiceSeams } from '../service-options.js';

// Made up, and recognisable, so that tests can look for them where they must not be.
export const API_KEY = 'c0ffee00-dead-4bad-8bad-apikeysecret';
export const AWS_SECRET = 'wJalrXUtnFEMI/K7MDENG+awssecretEXAMPLEKEY';
export const AWS_TOKEN = 'awstokensecret//IQoJb3JpZ2luX2VjEXAMPLE==';
export const CREDENTIALS = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: AWS_SECRET,
  sessionToken: AWS_TOKEN,
};
export const SECRETS = [API_KEY, AWS_SECRET, AWS_TOKEN];

type Options = ServiceOptions & ServiceSeams;

/** The two surfaces, made alike, to run one suite on both. */
export const SURFACES = [
  {
    surface: 'aws' as const,
    definition: 'flights',
    base: 'https://nova-act.us-east-1.amazonaws.com',
    create: (options: Options) =>
      createNovaActService({ config: readConfig({}), credentials: CREDENTIALS, ...options }),
  },
  {
    surface: 'api-key' as const,
    definition: 'default',
    base: 'https://api.nova.amazon.com/agent',
    create: (options: Options) =>
      createNovaActService({ config: readConfig({}), apiKey: API_KEY, ...options }),
  },
];
