import { NovaAct, type NovaActOptions } from '@nova-act/core';
import { type RunningLocalService, scriptedModel, startLocalService } from '@nova-act/local';
import { chromium } from '../support/chromium.js';
import { type PageServer, servePages } from '../support/serve-pages.js';

const PAGES = {
  '/': '<!doctype html><title>Shop</title><h1>Shop</h1>',
  '/lamps': '<!doctype html><title>Lamps</title><h1>Lamps</h1>',
};

export interface World extends AsyncDisposable {
  readonly service: RunningLocalService;
  readonly pages: PageServer;
  /** For a session in this world that begins at the shop. */
  readonly options: NovaActOptions;
  start(): Promise<NovaAct>;
}

/**
 * A shop and a model that says the title of the page it sees; asked to "Wait", it waits until it is
 * stopped, and asked for a number, it gives one.
 */
export async function shop(): Promise<World> {
  const pages = await servePages(PAGES);
  const service = await startLocalService({
    model: scriptedModel(({ prompt, schema, observation }) => {
      if (prompt === 'Wait') return [['wait', 1], 'takeObservation'];
      if (prompt === 'Fail') return [['throw', 'There is no such lamp.']];
      if (schema?.['type'] === 'number') return [['return', '12']];
      const title = /title="([^"]*)"/.exec(observation?.simplifiedDOM ?? '')?.[1];
      return [['return', JSON.stringify(title)]];
    }),
  });
  const options = {
    ...chromium(),
    ...service.novaActOptions,
    startingPage: `${pages.url}/`,
  };
  return {
    service,
    pages,
    options,
    start: () => NovaAct.start(options),
    async [Symbol.asyncDispose]() {
      await service.stop();
      await pages[Symbol.asyncDispose]();
    },
  };
}
