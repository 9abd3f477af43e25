import { inPage } from '../../../frames/in-page.js';
import type { PageKit, PagePart } from './page-kit.js';

/** Follows slow work that the page gives to the browser: keys, pictures, files, caches, modules. */
export const followPlatform = inPage(function followPlatform(kit: PageKit): PagePart {
  const { apply, limits, state } = kit;
  const soon = globalThis.queueMicrotask;
  const then = Promise.prototype.then;

  const begin = (label: string) => {
    const at = kit.now();
    if (!state.armed) {
      kit.learn(`work:${label}`, at);
      return undefined;
    }
    if (kit.isHabit(`work:${label}`)) return undefined;
    // On a slow machine a piece of work takes long, and the next one begins late.
    if (kit.sinceActMs(at) > limits.hopsUntilMs) return undefined;
    return kit.begin('work', label, undefined, limits.platformWorkMs);
  };
  /**
   * The page's own reactions come first, in the call itself: by the time of ours a failure that it
   * handles is handled, and ours handles it no less.
   */
  const untilSettled = (label: string) => (promise: unknown) => {
    const entry = begin(label);
    if (!entry) return;
    const over = () => {
      entry.done = true;
    };
    apply(soon, globalThis, [() => apply(then, promise, [over, over])]);
  };
  const promises: [owner: object | undefined, label: string, names: string[]][] = [
    [
      kit.prototypeOf('SubtleCrypto'),
      'cryptography',
      ['deriveBits', 'deriveKey', 'generateKey', 'digest', 'encrypt', 'decrypt', 'sign', 'verify'],
    ],
    [globalThis, 'picture', ['createImageBitmap']],
    [kit.prototypeOf('HTMLImageElement'), 'picture', ['decode']],
    [kit.prototypeOf('OffscreenCanvas'), 'picture', ['convertToBlob']],
    [kit.prototypeOf('Blob'), 'file', ['text', 'arrayBuffer']],
    [kit.prototypeOf('CacheStorage'), 'cache', ['match', 'open']],
    [kit.prototypeOf('Cache'), 'cache', ['match', 'matchAll', 'add', 'addAll', 'put']],
    [kit.prototypeOf('FileSystemFileHandle'), 'file', ['createWritable', 'getFile']],
    [kit.prototypeOf('FileSystemWritableFileStream'), 'file', ['write', 'close']],
    [kit.prototypeOf('BaseAudioContext'), 'sound', ['decodeAudioData']],
    [kit.prototypeOf('OfflineAudioContext'), 'sound', ['startRendering']],
    [
      (globalThis as { WebAssembly?: object }).WebAssembly,
      'module',
      ['compile', 'instantiate', 'compileStreaming', 'instantiateStreaming'],
    ],
  ];
  for (let i = 0; i < promises.length; i += 1) {
    const [owner, label, names] = promises[i] as (typeof promises)[number];
    for (let k = 0; k < names.length; k += 1) {
      kit.follow(owner, names[k] ?? '', untilSettled(label));
    }
  }

  const readers = ['readAsText', 'readAsDataURL', 'readAsArrayBuffer'];
  for (let i = 0; i < readers.length; i += 1) {
    kit.follow(kit.prototypeOf('FileReader'), readers[i] ?? '', (_result, self) => {
      const entry = begin('file');
      if (!entry) return;
      kit.listen(self, 'loadend', () => {
        entry.done = true;
      });
    });
  }
  return {};
});
