import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHand, type TestHand } from '../support/open-hand.js';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';

let hand: TestHand;
let server: Server;
beforeAll(async () => {
  server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    const map = '<map name="in"><area alt="In" coords="5,5,15,25" href="#"></map>';
    response.end(
      `<body style="margin:0"><button style="width:80px;height:30px">Inner</button>${map}` +
        `<img src="${PIXEL}" usemap="#in" style="position:absolute;left:0;top:30px;width:40px;height:30px">`,
    );
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
    expect(dom).toContain('<iframe title="other"><body><button>Inner</button><img');
    expect(boxOf(/<a [^>]*>/)).toMatchObject({ x: 100, y: 50 });
    expect(boxOf(/<button [^>]*>/)).toEqual({ x: 405, y: 205, width: 80, height: 30 });
    expect(boxOf(/<area [^>]*alt="In"[^>]*>/)).toEqual({ x: 410, y: 240, width: 10, height: 20 });
  });

  describe('of an image map', () => {
    const areas = {
      rect: 'coords="40,30,10,20" href="/swapped"',
      circle: 'shape="circle" coords="100 50 20" title="Round"',
      poly: 'shape="poly" coords="150,0, 199,0, 199,99" alt="Corner" onclick="x()"',
      'a share of it': 'shape="rect" coords="190,90,300,200" href="/cut"',
      rest: 'shape="default" href="/rest"',
    };
    const map = (name: string, more = '') =>
      `<map name="${name}"${more}>${Object.entries(areas).map(([id, rest]) => `<area id="${id}" ${rest}>`)}</map>`;
    const image = (style: string, more = 'usemap="#m"') =>
      `<img src="${PIXEL}" ${more} style="position:absolute;width:200px;height:100px;${style}">`;
    const expected = (left: number, top: number, scale = 1) =>
      Object.fromEntries(
        Object.entries({
          rect: [10, 20, 30, 10],
          circle: [80, 30, 40, 40],
          poly: [150, 0, 49, 99],
          'a share of it': [190, 90, 10, 10],
          rest: [0, 0, 200, 100],
        }).map(([id, [x = 0, y = 0, width = 0, height = 0]]) => [
          id,
          {
            x: left + x * scale,
            y: top + y * scale,
            width: width * scale,
            height: height * scale,
          },
        ]),
      );
    const areasOf = ({ raw, boxes }: Awaited<ReturnType<typeof capture>>) =>
      [...raw.matchAll(/<area nova-act-id="(\d+)" id="([^"]+)"/g)].map(
        ([, id = '', name = '']) => [name, boxes[id]] as const,
      );

    it('has each area where its shape lies in the picture, with what it is called', async () => {
      const captured = await capture(image('left:100px;top:50px') + map('m'));
      expect(Object.fromEntries(areasOf(captured))).toEqual(expected(100, 50));
      expect(captured.dom).toContain('<area id="rect" href="/swapped">');
      expect(captured.dom).toContain('<area id="circle" title="Round">');
      expect(captured.dom).toContain('<area id="poly" alt="Corner">');
      expect(captured.dom.match(/<area/g)).toHaveLength(5);
    });

    it.each([
      ['drawn larger', image('left:100px;top:50px;transform-origin:0 0;scale:2'), 100, 50, 2],
      ['with a border', image('left:100px;top:50px;border:5px solid;padding:9px'), 100, 50, 1],
      ['partly outside of the viewport', image('left:-50px;top:-20px'), -50, -20, 1],
      ['that has not come', image('left:9px;top:9px').replace(PIXEL, 'data:x'), 9, 9, 1],
    ])('has them in an image %s', async (what, html, left, top, scale) => {
      const captured = await capture(map('m', ' style="display:none"') + html);
      const boxes = expected(left, top, scale);
      // Chromium counts from the border box, and takes that for the whole image.
      if (what === 'with a border') {
        boxes.rest = { x: left, y: top, width: 228, height: 128 };
        boxes['a share of it'] = { x: left + 190, y: top + 90, width: 38, height: 38 };
      }
      expect(Object.fromEntries(areasOf(captured))).toEqual(boxes);
    });

    it('has them once in each image that uses the map, and nowhere else', async () => {
      const captured = await capture(
        map('m') +
          map('unused') +
          image('left:0;top:0') +
          image('left:300px;top:0') +
          image('left:600px;top:0', 'usemap="#M"') +
          image('left:600px;top:200px', 'usemap="m"') +
          image('left:600px;top:400px;display:none'),
      );
      const found = areasOf(captured);
      expect(found.map(([name]) => name)).toEqual([...Object.keys(areas), ...Object.keys(areas)]);
      expect(Object.fromEntries(found.slice(0, 5))).toEqual(expected(0, 0));
      expect(Object.fromEntries(found.slice(5))).toEqual(expected(300, 0));
    });

    it('has them in a shadow root and in a frame of the page’s own', async () => {
      const within = `${map('m')}${image('left:0;top:0')}`.replaceAll('"', '&quot;');
      const frame = `<iframe srcdoc="<body style='margin:0'>${within}" style="position:absolute;border:0;left:100px;top:50px;width:300px;height:150px"></iframe>`;
      const framed = await capture(frame);
      expect(Object.fromEntries(areasOf(framed))).toEqual(expected(100, 50));
      const inRoot = await capture(
        `${map('m')}<x-map style="position:absolute;left:300px;top:200px"></x-map><script>
          const root = document.querySelector('x-map').attachShadow({ mode: 'closed' });
          root.innerHTML = \`${map('m')}${image('left:0;top:0')}\`;
        </script>`,
      );
      expect(Object.fromEntries(areasOf(inRoot))).toEqual(expected(300, 200));
    });

    it('says where the pointer meets them', async () => {
      const captured = await capture(image('left:100px;top:50px;border:3px solid') + map('m'));
      for (const [name, box] of areasOf(captured)) {
        if (!box || name === 'rest') continue;
        const at = [box.x + box.width / 2, box.y + box.height / 2];
        const there = ([x, y]: number[]) => document.elementFromPoint(x ?? 0, y ?? 0)?.id;
        expect(await hand.page.evaluate(there, at)).toBe(name);
      }
    });
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
