/**
 * A script that tries what a page can do with timers, frames, threads, storage, bodies and shadow
 * roots, and gives back all it could see: results, order, errors, identities, shapes.
 */
export const behaviour = `(async () => {
  const seen = {};
  const errorOf = (fn) => { try { fn(); return 'none'; } catch (e) { return e.name + ': ' + e.message; } };
  const sleep = (ms) => new Promise((r) => setTimeout(r, ms));

  const order = [];
  const ids = [];
  ids.push(setTimeout((a, b) => order.push('late ' + a + b), 20, 1, 2));
  setTimeout(() => order.push('zero'), 0);
  setTimeout(function () { order.push('this ' + (this === window)); }, 1);
  queueMicrotask(() => order.push('micro'));
  Promise.resolve().then(() => order.push('then'));
  const cleared = setTimeout(() => order.push('never'), 5); clearTimeout(cleared); clearTimeout(cleared); clearTimeout(undefined); clearTimeout('x');
  setTimeout('globalThis.fromText = 1', 2);
  let beats = 0; const beat = setInterval(() => { beats += 1; if (beats === 3) clearTimeout(beat); }, 3);
  await sleep(60);
  seen.order = order; seen.beats = beats; seen.fromText = globalThis.fromText; delete globalThis.fromText;
  seen.idKind = typeof ids[0];

  let conversions = 0;
  await new Promise((r) => setTimeout(r, { valueOf() { conversions += 1; return 1; } }));
  seen.conversions = conversions;
  seen.noArguments = errorOf(() => setTimeout());
  seen.badThis = errorOf(() => setTimeout.call({}, () => {}, 1));
  seen.badConversion = errorOf(() => setTimeout(() => {}, Symbol('x')));
  seen.frameNoFunction = errorOf(() => requestAnimationFrame(1));

  const errors = [];
  const onError = (e) => { errors.push(e.message); e.preventDefault(); };
  const onRejection = (e) => { errors.push('rejection ' + e.reason.message); e.preventDefault(); };
  addEventListener('error', onError); addEventListener('unhandledrejection', onRejection);
  setTimeout(() => { throw new Error('in a timer'); }, 1);
  requestAnimationFrame(() => { throw new Error('in a frame'); });
  scheduler.postTask(() => { throw new Error('in a task'); }, { delay: 3 });
  await sleep(80);
  removeEventListener('error', onError); removeEventListener('unhandledrejection', onRejection);
  seen.errors = errors.sort();

  seen.frame = await new Promise((r) => requestAnimationFrame(function (t) { r([typeof t, this === undefined || this === window, arguments.length]); }));
  seen.idle = await new Promise((r) => requestIdleCallback(function (d) { r([typeof d.timeRemaining(), d.constructor.name, arguments.length]); }));
  const idleId = requestIdleCallback(() => order.push('idle never')); cancelIdleCallback(idleId);
  const frameId = requestAnimationFrame(() => order.push('frame never')); cancelAnimationFrame(frameId);
  const aborted = new AbortController(); const task = scheduler.postTask(() => 1, { delay: 50, signal: aborted.signal }); aborted.abort();
  seen.abortedTask = await task.catch((e) => e.name);

  const w = new Worker('/js?code=' + encodeURIComponent('onmessage = (e) => { const p = e.ports[0]; if (p) p.postMessage("by port"); else postMessage(e.data); }'));
  seen.workerShape = [w.constructor === Worker, w instanceof Worker, Object.prototype.toString.call(w), Object.getPrototypeOf(w) === Worker.prototype];
  seen.echo = await new Promise((r) => { w.onmessage = (e) => r(e.data); w.postMessage({ a: [1, 2] }); });
  const { port1, port2 } = new MessageChannel();
  const queued = []; port1.addEventListener('message', (e) => queued.push(e.data));
  w.postMessage('port', [port2]);
  await sleep(60); seen.notStarted = queued.length; port1.start(); await sleep(60); seen.started = queued;
  seen.detachedPort = errorOf(() => w.postMessage('again', [port2]));
  class MyChannel extends MessageChannel { hello() { return 'hello'; } }
  const mine = new MyChannel(); seen.subclass = [mine.hello(), mine instanceof MyChannel, mine instanceof MessageChannel, mine.constructor === MyChannel];
  seen.noNew = [errorOf(() => MessageChannel()), errorOf(() => Worker('x'))];
  w.terminate();

  const r = await fetch('/slow?body=text'); const copy = r.clone();
  seen.body = [r.bodyUsed, r.body instanceof ReadableStream, r.body === r.body, await r.text(), r.bodyUsed, await copy.text()];
  seen.readTwice = await r.text().catch((e) => e.name + ': ' + e.message);
  seen.badReader = [await Response.prototype.text.call({}).catch((e) => e.message), errorOf(() => Object.getOwnPropertyDescriptor(Response.prototype, 'body').get.call({}))];

  const host = document.createElement('div'); const root = host.attachShadow({ mode: 'closed' });
  seen.shadow = [host.shadowRoot, root.mode, errorOf(() => host.attachShadow({ mode: 'open' })), errorOf(() => document.createElement('input').attachShadow({ mode: 'open' })), errorOf(() => host.attachShadow())];

  const db = await new Promise((res) => { const o = indexedDB.open('b', 1); o.onupgradeneeded = () => o.result.createObjectStore('s'); o.onsuccess = () => res(o.result); });
  seen.database = await new Promise((res) => { const t = db.transaction('s', 'readwrite'); t.objectStore('s').put(1, 'k'); t.oncomplete = () => res('complete'); });
  seen.databaseError = errorOf(() => db.transaction('no such store'));
  db.close(); indexedDB.deleteDatabase('b');

  seen.work = [await crypto.subtle.digest('SHA-256', new Uint8Array(1)).then((b) => b.byteLength), await crypto.subtle.digest('none', new Uint8Array(1)).catch((e) => e.name), await createImageBitmap({}).catch((e) => e.name), await new Blob(['ab']).text(), await new Image().decode().catch((e) => e.name), await crypto.subtle.digest.call({}).catch((e) => e.message)];
  const im = new Image(3, 4); seen.image = [im.width, im.constructor === HTMLImageElement, im instanceof Image, Image.prototype === HTMLImageElement.prototype, errorOf(() => Image())];
  let asked = 0; seen.fetch = [await fetch({ toString() { asked += 1; return '/slow?body=a'; } }).then((r) => r.text()), await fetch('http://[').catch((e) => e.name), await fetch(new Request('/slow?body=b', { keepalive: true })).then((r) => r.text())];
  seen.asked = asked;
  seen.read = await new Promise((r) => { const f = new FileReader(); f.onload = () => r(f.result); f.readAsText(new Blob(['ab'])); });

  const shape = (owner, name) => { const d = Object.getOwnPropertyDescriptor(owner, name); const f = d.value ?? d.get; return [name, f.name, f.length, typeof f, d.writable, d.enumerable, d.configurable, Object.keys(f).length, Object.getOwnPropertyNames(f).sort().join(), Function.prototype.toString.call(f).includes('[native code]'), Object.prototype.toString.call(f)]; };
  seen.shapes = [...['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'requestAnimationFrame', 'requestIdleCallback', 'postMessage', 'Worker', 'SharedWorker', 'MessageChannel'].map((n) => shape(window, n)), shape(Worker.prototype, 'postMessage'), shape(MessagePort.prototype, 'postMessage'), shape(Response.prototype, 'text'), shape(SubtleCrypto.prototype, 'deriveBits'), shape(window, 'createImageBitmap'), shape(Blob.prototype, 'text'), shape(FileReader.prototype, 'readAsText'), shape(XMLHttpRequest.prototype, 'send'), shape(WebAssembly, 'compile'), shape(window, 'fetch'), shape(window, 'Image'), shape(Response.prototype, 'body'), shape(Element.prototype, 'attachShadow'), shape(IDBFactory.prototype, 'open'), shape(Scheduler.prototype, 'postTask'), shape(Worker.prototype, 'constructor')];
  seen.names = Object.getOwnPropertyNames(window).sort().join();
  seen.listed = Object.keys(window).sort().join();
  const f = document.createElement('iframe'); document.body.append(f);
  seen.otherRealm = [f.contentWindow.setTimeout === setTimeout, typeof f.contentWindow.setTimeout(() => {}, 1)];
  f.remove();
  seen.order = order;
  return seen;
})()`;
