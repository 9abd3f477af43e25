import type { ServiceOptions, ServiceSeams } from '@nova-act/core/runtime';
import type { Questions } from './questions.js';

/** The process around a command, so that a test can be one. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Such as `22.12.0`. */
  readonly nodeVersion: string;
  readonly platform: NodeJS.Platform;
  /** Where relative paths begin. */
  readonly cwd: string;
  /** Where the templates of projects lie. */
  readonly templates: URL;
  print(text: string): void;
  printError(text: string): void;
  /** Whether colours can be seen in what is printed, and in what is printed as errors. */
  readonly colors: boolean;
  readonly errorColors: boolean;
  /** Characters in a line of the terminal that is printed to; undefined where there is none. */
  readonly columns?: number | undefined;
  /** Whom a person can be asked by; undefined where there is no terminal. */
  readonly questions: Questions | undefined;
  /** Opens a file as the desktop does. */
  openFile(path: string): Promise<void>;
  /** Aborted when the command is asked to stop; installs what listens for that with the first call. */
  stop(): AbortSignal;
  /** For tests: how the service is reached instead. */
  readonly service?: ServiceOptions & Omit<ServiceSeams, 'use'>;
}
