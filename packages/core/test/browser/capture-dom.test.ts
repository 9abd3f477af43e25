import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHand, type TestHand } from '../support/open-hand.js';

let hand: TestHand;
let server: Server;
beforeAll(async () => {
  server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<body style="margin:0"><button style="width:80px;height:30px">Inner</button>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  hand = await openHand({ captureDom: true });
});
afterAll(async () => {
  await hand.actuator.stop();
  server.close();
});

async function capture(html: string) {
  await hand.page.setContent(html, { waitUntil: 'load' });
  const { simplifiedDOM, idToBboxMap } = await hand.actuator.observe(hand.signal);
  const bare = simplifiedDOM.replace(/ nova-act-id="\d+"/g, '').replace(/\s*\n\s*/g, '');
  const boxOf = (pattern: RegExp) => {
    const id = pattern.exec(simplifiedDOM)?.[0]?.match(/nova-act-id="(\d+)"/)?.[1];
    return id === undefined ? undefined : idToBboxMap[id];
  };
  return { dom: bare, raw: simplifiedDOM, boxes: idToBboxMap, boxOf };
}

describe('the DOM capture', () => {
  it('keeps what is rendered, with ids, boxes and what the attributes mean', async () => {
    const { dom, boxOf, raw, boxes } = await capture(
      `<title>Shop &amp; more</title><body style="margin:0"><script>1</script><style>p{}</style>` +
        `<p style="display:none">gone</p><p style="visibility:hidden">hidden</p>` +
        `<label for="q">Find</label><input id="q" placeholder="What" class="x" style="position:absolute;left:10px;top:100px;width:200px;height:30px">` +
        `<a href="/x?a=1&amp;b=2" onclick="y()">Go &lt;now&gt;</a>`,
    );
    expect(dom).toBe(
      '<body title="Shop &amp; more"><label for="q">Find</label><input id="q" placeholder="What">' +
        '<a href="/x?a=1&amp;b=2">Go &lt;now&gt;</a></body>',
    );
    expect(boxOf(/<input[^>]*>/)).toEqual({ x: 10, y: 100, width: 200, height: 30 });
    const ids = [...raw.matchAll(/nova-act-id="(\d+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(boxes).sort()).toEqual([...ids].sort());
  });

  it('shows the state of controls, not their markup, and no password', async () => {
    const { dom } = await capture(
      `<input id="a" value="old"><input id="p" type="password" value="hunter2"><input id="c" type="checkbox">` +
        `<textarea id="t">x</textarea><select id="s"><option value="1" selected>One<option value="2">Two</select>` +
        `<script>a.value='new';c.checked=true;t.value='typed';s.value='2'</script>`,
    );
    expect(dom).toContain('<input id="a" value="new">');
    expect(dom).toContain('<input id="p" type="password">');
    expect(dom).toContain('<input id="c" type="checkbox" value="on" checked>');
    expect(dom).toContain('<textarea id="t">typed</textarea>');
    expect(dom).toContain(
      '<select id="s" value="2"><option value="1">One</option><option value="2" selected>Two</option></select>',
    );
  });

  it('leaves out wrappers without meaning and keeps what is in them', async () => {
    const { dom } = await capture(
      '<div><div><span><button>B</button></span></div></div><div role="alert">Saved</div>',
    );
    expect(dom).toBe('<body><button>B</button><div role="alert">Saved</div></body>');
  });

  it('looks into open and closed shadow roots and fills slots', async () => {
    const { dom } = await capture(
      `<x-open><b>slotted</b></x-open><x-closed></x-closed><div id="host" style="height:20px"></div><script>
        document.querySelector('x-open').attachShadow({mode:'open'}).innerHTML='<h2>Open</h2><slot></slot>';
        document.querySelector('x-closed').attachShadow({mode:'closed'}).innerHTML='<button>Closed</button>';
        host.attachShadow({mode:'closed'}).innerHTML='<i>inside</i>';
      </script>`,
    );
    expect(dom).toContain('<x-open><h2>Open</h2><b>slotted</b></x-open>');
    expect(dom).toContain('<x-closed><button>Closed</button></x-closed>');
    expect(dom).toContain('<i>inside</i>');
  });

  it('puts the body of each frame inside of it, at its place in the viewport', async () => {
    const { port } = server.address() as AddressInfo;
    const { dom, boxOf } = await capture(
      `<body style="margin:0"><iframe title="same" srcdoc="<body style='margin:0'><a href='#'>Same</a>" style="border:0;position:absolute;left:100px;top:50px;width:200px;height:60px"></iframe>` +
        `<iframe title="other" src="http://127.0.0.1:${port}/" style="border:5px solid;position:absolute;left:400px;top:200px;width:200px;height:60px"></iframe>`,
    );
    expect(dom).toContain('<iframe title="same"><body><a href="#">Same</a></body></iframe>');
    expect(dom).toContain('<iframe title="other"><body><button>Inner</button></body></iframe>');
    expect(boxOf(/<a [^>]*>/)).toMatchObject({ x: 100, y: 50 });
    expect(boxOf(/<button [^>]*>/)).toEqual({ x: 405, y: 205, width: 80, height: 30 });
  });

  it('goes on where a page has put its own over what the capture needs', async () => {
    const { dom } = await capture(
      `<script>Element.prototype.getBoundingClientRect=()=>{throw 1};Array.prototype.push=()=>{throw 2};window.getComputedStyle=null</script><h1>Here</h1>`,
    );
    expect(dom).toContain('<h1>Here</h1>');
  });

  it('reads 10,000 nodes whole', async () => {
    const rows = Array.from({ length: 2500 }, (_, n) => `<tr><td>${n}<td><a href="#${n}">x</a>`);
    const { dom } = await capture(`<table>${rows.join('')}</table>`);
    expect(dom.match(/<a /g)).toHaveLength(2500);
  });
});
