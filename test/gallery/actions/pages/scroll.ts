import type { ActionPage } from '../action-page.js';

const tall = '<div style="height:4000px;background:linear-gradient(red,blue)">tall</div>';
const inner = (style: string, content = tall) =>
  `<div id="in" style="width:300px;height:200px;${style}">${content}</div>`;
const page = { left: 0, top: 0, right: 800, bottom: 600 };
const { signal } = new AbortController();
const map = (
  draw: string,
) => `<canvas id="in" width="300" height="200" aria-label="Map"></canvas><script>
  const canvas = document.querySelector('canvas');
  canvas.addEventListener('wheel', (event) => { event.preventDefault(); window.wheel = event.deltaY; ${draw} }, { passive: false });</script>`;
const zoomed = `<div id="in" style="width:300px;height:200px;overflow:hidden"><div id="plane"><p>Town</p></div></div><script>
  document.querySelector('#in').addEventListener('wheel', (event) => {
    event.preventDefault();
    setTimeout(() => { plane.style.transform = 'scale(' + (event.deltaY > 0 ? 0.5 : 2) + ')'; }, 40);
  }, { passive: false });</script>`;

export const scrollPages: readonly ActionPage[] = [
  {
    name: 'the page goes down by three quarters of what is seen',
    html: tall,
    act: ({ actuator }) => actuator.scroll('down', page, {}, signal),
    state: 'scrollY',
    is: 610,
    says: { scrolled: 610, of: 'page', atEnd: false },
  },
  {
    name: 'by as many pixels as are asked for',
    html: tall,
    act: ({ actuator }) => actuator.scroll('down', page, { distance: 100 }, signal),
    state: 'scrollY',
    is: 100,
  },
  {
    name: 'up again, and to its end',
    html: tall,
    act: async ({ actuator }) => {
      await actuator.scroll('down', page, { distance: 300 }, signal);
      return actuator.scroll('up', page, { distance: 1000 }, signal);
    },
    state: 'scrollY',
    is: 0,
    says: { scrolled: 300, atEnd: true },
  },
  {
    name: 'beyond its end there is nothing, and that is told',
    html: tall,
    act: async ({ actuator }) => {
      await actuator.scroll('down', page, { distance: 9000 }, signal);
      return actuator.scroll('down', page, {}, signal);
    },
    state: 'scrollY > 3000',
    is: true,
    says: /page is at its bottom already/,
  },
  {
    name: 'a box with its own scrolling moves, and the page does not',
    html: inner('overflow:auto') + tall,
    act: (hand) => hand.scroll('down', '#in'),
    state: '[document.querySelector("#in").scrollTop, scrollY]',
    is: [150, 0],
    says: { scrolled: 150, of: 'div "in"' },
  },
  {
    name: 'a box at its end hands on to the page',
    html: inner('overflow:auto') + tall,
    act: async (hand) => {
      await hand.page.evaluate('document.querySelector("#in").scrollTop = 99999');
      return hand.scroll('down', '#in');
    },
    state: 'scrollY > 0',
    is: true,
    says: { of: 'page' },
  },
  {
    name: 'sideways in a table that is too wide',
    html: inner('overflow-x:auto', '<div style="width:3000px;height:50px">wide</div>'),
    act: (hand) => hand.scroll('right', '#in'),
    state: 'document.querySelector("#in").scrollLeft',
    is: 225,
    says: { scrolled: 225, atEnd: false },
  },
  {
    name: 'right-to-left text goes left',
    html: `<div dir="rtl">${inner('overflow-x:auto', '<div style="width:3000px;height:50px">wide</div>')}</div>`,
    act: (hand) => hand.scroll('left', '#in'),
    state: 'document.querySelector("#in").scrollLeft',
    is: -225,
  },
  {
    name: 'a chat that begins at its bottom goes up',
    html: `<div id="in" style="width:300px;height:200px;overflow:auto;display:flex;flex-direction:column-reverse"><div style="min-height:2000px">messages</div></div>`,
    act: (hand) => hand.scroll('up', '#in'),
    state: 'document.querySelector("#in").scrollTop',
    is: -150,
  },
  {
    name: 'a list that draws only what is seen',
    html: `<div id="in" style="width:300px;height:200px;overflow:auto"><div id="whole" style="height:200000px;position:relative"></div></div><script>
      const box=document.querySelector('#in');const draw=()=>{whole.innerHTML='';const from=Math.floor(box.scrollTop/20);
      for(let i=from;i<from+11;i++)whole.insertAdjacentHTML('beforeend','<p style="position:absolute;margin:0;height:20px;top:'+i*20+'px">row '+i+'</p>')};
      box.onscroll=draw;draw()</script>`,
    act: (hand) => hand.scroll('down', '#in'),
    state: 'document.querySelector("#whole p").textContent',
    is: 'row 7',
  },
  {
    name: 'under a sticky header the page goes',
    html: `<header id="h" style="position:sticky;top:0;height:60px;background:gold">Header</header>${tall}`,
    act: (hand) => hand.scroll('down', '#h'),
    state: 'scrollY',
    is: 610,
  },
  {
    name: 'a page that scrolls in its body',
    html: `<style>html,body{height:100%;margin:0;overflow:hidden}main{height:100%;overflow:auto}</style><main>${tall}</main>`,
    act: (hand) => hand.scroll('down', 'main'),
    state: 'document.querySelector("main").scrollTop',
    is: 610,
  },
  {
    name: 'a frame of another site',
    html: '<iframe id="in" src="OTHER" style="width:400px;height:200px;border:0"></iframe>',
    frame: `<body style="margin:0">${tall}`,
    act: async (hand) => {
      await hand.page.frames()[1]?.waitForLoadState('load');
      return hand.scroll('down', '#in');
    },
    state: 'scrollY',
    stateInFrame: 1,
    is: 150,
  },
  {
    name: 'a frame that is short hands on to the page around it',
    html: `<iframe id="in" src="SAME" style="width:400px;height:200px;border:0"></iframe>${tall}`,
    frame: '<p>short',
    act: (hand) => hand.scroll('down', '#in'),
    state: 'scrollY > 0',
    is: true,
    says: { of: 'page' },
  },
  {
    name: 'a map has the wheel for itself',
    html: map('const on = canvas.getContext("2d"); on.fillRect(0, 0, event.deltaY, 50);'),
    act: (hand) => hand.scroll('down', '#in'),
    state: 'wheel',
    is: 150,
    says: { wheeled: 150, over: 'canvas "Map"', scrolled: null, changed: true },
  },
  {
    name: 'a map that draws some time after the wheel',
    html: map('setTimeout(() => canvas.getContext("2d").fillRect(0, 0, 50, 50), 250);'),
    act: (hand) => hand.scroll('up', '#in'),
    state: 'wheel',
    is: -150,
    says: { wheeled: 150, scrolled: null, changed: true },
  },
  {
    name: 'a map that is at its end already is said to have changed nothing',
    html: map(''),
    act: (hand) => hand.scroll('up', '#in'),
    state: 'wheel',
    is: -150,
    says: /took the wheel, but nothing changed/,
  },
  {
    name: 'a canvas that has no use for the wheel',
    html: '<canvas id="in" width="300" height="200"></canvas>',
    act: (hand) => hand.scroll('down', '#in'),
    state: 'scrollY',
    is: 0,
    says: /Nothing scrolls down here/,
  },
  {
    name: 'a canvas that moves by itself is not said to have moved under the wheel',
    html: `${map('')}<script>let n = 0; setInterval(() => canvas.getContext('2d').fillRect(n++, 0, 1, 50), 10);</script>`,
    act: (hand) => hand.scroll('down', '#in'),
    state: 'wheel',
    is: 150,
    says: { scrolled: null, note: 'it moves by itself all the time' },
  },
  {
    name: 'a map of elements zooms, and the page that could go stays',
    html: `${zoomed}${tall}`,
    act: (hand) => hand.scroll('down', '#in'),
    state: '[scrollY, plane.style.transform]',
    is: [0, 'scale(0.5)'],
    says: { wheeled: 610, scrolled: null, changed: true },
  },
  {
    name: 'the same at the top of the page, against its end',
    html: `${zoomed}${tall}`,
    act: (hand) => hand.scroll('up', '#in'),
    state: '[scrollY, plane.style.transform]',
    is: [0, 'scale(2)'],
    says: { scrolled: null, changed: true },
  },
  {
    name: 'a clock beside is not what the wheel moved',
    html: `<p id="in" style="width:300px;height:100px">text</p><b id="clock"></b><script>setInterval(() => { clock.textContent = performance.now(); clock.style.width = performance.now() + 'px'; }, 10)</script>`,
    act: (hand) => hand.scroll('down', '#in'),
    state: 'scrollY',
    is: 0,
    says: /Nothing scrolls down here/,
  },
  {
    name: 'a page that keeps the wheel to itself is said to',
    html: `${tall}<script>addEventListener('wheel',(event)=>event.preventDefault(),{passive:false})</script>`,
    act: ({ actuator }) => actuator.scroll('down', page, {}, signal),
    state: 'scrollY',
    is: 0,
    says: /did not scroll down/,
  },
  {
    name: 'where nothing scrolls, that is told',
    html: '<p>short',
    act: ({ actuator }) => actuator.scroll('down', page, {}, signal),
    state: 'scrollY',
    is: 0,
    says: /Nothing scrolls down here/,
  },
  {
    name: 'a page that turns its sheets by itself',
    html: `<style>html{overflow:hidden}</style><div id="s" style="height:5000px">sheets</div><script>addEventListener('wheel',(event)=>{s.style.transform='translateY('+-event.deltaY+'px)'})</script>`,
    act: ({ actuator }) => actuator.scroll('down', page, { distance: 500 }, signal),
    state: 's.style.transform',
    is: 'translateY(-500px)',
    says: { wheeled: 500, scrolled: null },
  },
];
