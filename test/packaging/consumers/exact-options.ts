import { NovaAct, type NovaActOptions } from '@nova-act/core';
import { startLocalService } from '@nova-act/local';
import { type WorkflowOptions, withWorkflow } from '@nova-act/workflow';

/** With `exactOptionalPropertyTypes`, what is read from somewhere may be there or not. */
const maybe = <T>(): T | undefined => undefined;

/** Playwright's page, as another version of it declares it. */
interface PageOfAnotherVersion {
  context(): ContextOfAnotherVersion;
  isClosed(): boolean;
  url(): string;
  somethingNew(): void;
}
interface ContextOfAnotherVersion {
  newPage(): Promise<PageOfAnotherVersion>;
  pages(): PageOfAnotherVersion[];
  close(options?: { reason?: string }): Promise<void>;
}

export const options: NovaActOptions = {
  startingPage: maybe<string>(),
  headless: maybe<boolean>(),
  screen: { width: maybe<number>(), height: maybe<number>() },
  proxy: { server: 'http://h:1', username: maybe<string>(), password: maybe<string>() },
  security: { allowedUrls: maybe<string[]>() },
  humanInput: { approve: maybe<() => 'yes'>() },
  page: maybe<PageOfAnotherVersion>(),
  context: maybe<ContextOfAnotherVersion>(),
  onEvent: maybe<() => void>(),
  signal: maybe<AbortSignal>(),
};

export const run: WorkflowOptions = {
  apiKey: maybe<string>(),
  retry: { maxAttempts: maybe<number>() },
  assumeRole: { roleArn: 'arn', externalId: maybe<string>() },
};

export const main = withWorkflow(run, async () => {
  const nova = await NovaAct.start(options);
  await nova.act('go', {
    maxSteps: maybe<number>(),
    onStep: maybe<() => void>(),
    schema: undefined,
  });
  await nova.goToUrl('https://example.com', { signal: maybe<AbortSignal>() });
  await startLocalService({ apiKey: maybe<string>(), port: maybe<number>() });
});
