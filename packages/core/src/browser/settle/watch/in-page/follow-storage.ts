import { inPage } from '../../../frames/in-page.js';
import type { PageKit, PagePart } from './page-kit.js';

/** Follows databases that the page opens or works in, and notes which answers it reads, and when. */
export const followStorage = inPage(function followStorage(kit: PageKit): PagePart {
  const { apply, limits, state } = kit;
  let reading: string[] = [];

  const untilOneOf = (target: unknown, ends: string[]) => {
    if (!state.armed) {
      kit.learn('database', kit.now());
      return;
    }
    if (kit.isHabit('database')) return;
    const entry = kit.begin('database', 'database', undefined, limits.databaseMs);
    for (let i = 0; i < ends.length; i += 1) {
      kit.listen(target, ends[i] ?? '', () => {
        entry.done = true;
      });
    }
  };
  kit.follow(kit.prototypeOf('IDBFactory'), 'open', (request) =>
    untilOneOf(request, ['success', 'error', 'blocked']),
  );
  kit.follow(kit.prototypeOf('IDBDatabase'), 'transaction', (transaction) =>
    untilOneOf(transaction, ['complete', 'error', 'abort']),
  );

  // A body that nobody reads has no end; one that is read is over when the browser says so.
  const bodies = kit.prototypeOf('Response');
  const urlOf = bodies && Reflect.getOwnPropertyDescriptor(bodies, 'url')?.get;
  const onRead = (_result: unknown, self: unknown) => {
    state.readAt = kit.now();
    if (!state.armed || !urlOf || reading.length >= 100) return;
    reading[reading.length] = apply(urlOf, self, []) as string;
  };
  kit.follow(kit.prototypeOf('XMLHttpRequest'), 'send', (_result, self) => {
    if (!state.armed) return;
    kit.listen(self, 'loadend', () => {
      state.readAt = kit.now();
    });
  });
  const readers = ['text', 'json', 'arrayBuffer', 'blob', 'bytes', 'formData', 'body'];
  for (let i = 0; i < readers.length; i += 1) kit.follow(bodies, readers[i] ?? '', onRead);

  return {
    arm() {
      reading = [];
    },
    reading: () => reading,
  };
});
