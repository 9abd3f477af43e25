/** The process around a command, so that a test can be one. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  print(text: string): void;
  printError(text: string): void;
  /** Whether colours can be seen. */
  readonly colors: boolean;
  /** Aborted when the command is asked to stop; installs what listens for that with the first call. */
  stop(): AbortSignal;
}
