/** The page's look: light and dark, one column on a phone, paper when printed. */
export const STYLE = `
:root { color-scheme: light dark; --bg: #f6f7f9; --card: #fff; --ink: #16191d; --soft: #5b6470; --line: #dfe3e8;
  --accent: #0b62d6; --good: #11783f; --bad: #b3261e; --warn: #8a5a00; --goodbg: #e2f5e9; --badbg: #fce8e6; --warnbg: #fff3d6;
  --settle: #e0a000; --observe: #8a94a3; --model: #7c4dff; --memory: #2f7ed8; --call: #0b8f6a; --mark: #e6007a; --code: #f1f3f6; }
@media (prefers-color-scheme: dark) { :root { --bg: #101317; --card: #181c22; --ink: #e7eaee; --soft: #9aa5b3; --line: #2c333d;
  --accent: #7fb4ff; --good: #6fdc9c; --bad: #ff8a80; --warn: #ffca5f; --goodbg: #12331f; --badbg: #3d1714; --warnbg: #3a2c07;
  --settle: #e0aa2a; --observe: #6f7a89; --model: #a384ff; --memory: #6aa8f0; --call: #2fbf93; --mark: #ff4fa8; --code: #20262e; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 1280px; margin: 0 auto; padding: 24px 20px 64px; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 8px 0 18px; white-space: pre-wrap; max-height: 40vh; overflow: auto; }
h2 { font-size: 1.05rem; margin: 0; }
a { color: inherit; text-decoration: none; } h2 a:hover { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
code, pre { font: 12.5px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
pre { margin: 4px 0 0; padding: 10px 12px; background: var(--code); border-radius: 6px; white-space: pre-wrap; max-height: 24rem; overflow: auto; }
.line { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; margin: 0; color: var(--soft); }
.status { padding: 2px 12px; border-radius: 99px; font-weight: 600; background: var(--warnbg); color: var(--warn); }
.status.SUCCEEDED { background: var(--goodbg); color: var(--good); } .status.FAILED { background: var(--badbg); color: var(--bad); }
.bar { display: block; width: 100%; height: 8px; border-radius: 4px; background: var(--code); overflow: hidden; }
.bar.tall { height: 20px; border-radius: 6px; } .bar line { stroke: var(--bg); stroke-width: 2px; } .bar a:hover rect { opacity: .75; }
.settle { fill: var(--settle); } .observe { fill: var(--observe); } .model { fill: var(--model); } .memory { fill: var(--memory); } .call { fill: var(--call); }
.legend { display: flex; flex-wrap: wrap; gap: 2px 20px; list-style: none; margin: 8px 0 0; padding: 0; font-size: 13px; color: var(--soft); }
.legend b { color: var(--ink); font-weight: 600; font-variant-numeric: tabular-nums; } .key { width: 10px; height: 10px; border-radius: 3px; margin-right: 7px; }
.ids { margin-top: 12px; font-size: 13px; } summary { cursor: pointer; color: var(--soft); width: fit-content; }
.ids dl { margin: 6px 0 0; } .ids dl div { display: flex; flex-wrap: wrap; gap: 0 12px; } .ids dt { min-width: 8em; color: var(--soft); } .ids dd { margin: 0; user-select: all; }
.step, .ending { background: var(--card); border: 1px solid var(--line); border-radius: 10px; margin-top: 20px; overflow: clip; scroll-margin-top: 112px; }
.step:focus, .ending:focus { outline: 2px solid var(--accent); }
.step > header { display: flex; gap: 14px; align-items: baseline; padding: 12px 16px 0; } .step h2 { flex: 1; min-width: 0; } .step h2 a { color: var(--soft); margin-right: 8px; white-space: nowrap; }
.place { display: flex; gap: 10px; margin: 2px 0 10px; padding: 0 16px; font-size: 13px; color: var(--soft); white-space: nowrap; } .place b { flex: none; font-weight: 500; color: var(--ink); overflow: hidden; text-overflow: ellipsis; max-width: 60%; }
.spent { margin-top: 20px; } .step.failed { border-color: var(--bad); }
.back { margin: 0 0 12px; font-size: 13px; } .back a { color: var(--accent); } .back a::before { content: '← '; } .where { font-weight: 400; color: var(--accent); margin-left: 6px; }
.strip { position: sticky; top: 0; z-index: 2; margin: 20px -20px 0; padding: 8px 20px; background: var(--bg); border-bottom: 1px solid var(--line); }
.strip ol { position: relative; display: flex; gap: 8px; margin: 0; padding: 3px; list-style: none; overflow-x: auto; scrollbar-width: thin; } .strip li { flex: none; }
.strip a { display: block; position: relative; width: 128px; height: 65px; border-radius: 5px; overflow: hidden; background: var(--code); box-shadow: 0 0 0 1px var(--line); }
.strip img { display: block; width: 100%; height: 100%; object-fit: cover; object-position: top; background: #fff; } .strip a[aria-current] { box-shadow: 0 0 0 3px var(--accent); }
.strip b { position: absolute; left: 0; bottom: 0; padding: 0 7px; font-size: 12px; line-height: 19px; background: var(--card); color: var(--ink); border-top-right-radius: 5px; }
.strip i { position: absolute; right: 4px; top: 4px; min-width: 18px; padding: 0 5px; font: 700 11px/18px system-ui, sans-serif; text-align: center; border-radius: 9px; background: var(--warnbg); color: var(--warn); }
.strip .failed b { background: var(--badbg); color: var(--bad); } .strip .redirect b { background: var(--warnbg); color: var(--warn); }
.views { display: flex; flex-wrap: wrap; gap: 4px 14px; margin: 8px 0 0; font-size: 13px; color: var(--soft); } .views label { display: inline-flex; gap: 5px; align-items: center; cursor: pointer; } .views input { margin: 0; } .views .zoom { margin-left: auto; }
.later { display: none; } .picture:has(.is-after:checked) .later { display: block; } .picture:has(.is-after:checked) .earlier { display: none; }
.problems { margin-top: 12px; padding: 10px 12px; border-radius: 6px; background: var(--warnbg); font-size: 13px; } main > .problems { margin-top: 20px; } .problems h3 { margin: 0 0 4px; font-size: 13px; color: var(--warn); } .problems ul { margin: 0; padding: 0; list-style: none; max-height: 16rem; overflow: auto; }
.problems b { margin-right: 4px; } .problems code { color: var(--soft); } .problems li { padding: 2px 0; }
.url { min-width: 0; color: var(--soft); font-size: 13px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.time { color: var(--soft); font-size: 13px; font-variant-numeric: tabular-nums; white-space: nowrap; }
.step > .bar { border-radius: 0; height: 6px; }
.columns { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); }
.step:has(.zoom input:checked) .columns { grid-template-columns: minmax(0, 1fr); }
.picture { padding: 16px; border-right: 1px solid var(--line); } .story { padding: 14px 16px; min-width: 0; }
.shot { position: relative; margin: 0; } .shot img { display: block; width: 100%; height: auto; border-radius: 4px; box-shadow: 0 0 0 1px var(--line); background: #fff; }
.shot > svg { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; pointer-events: none; } .mark { pointer-events: all; } .shot svg svg { overflow: visible; }
.mark rect { fill: none; stroke-width: 2px; stroke: var(--mark); } .mark rect.box { fill: var(--mark); fill-opacity: .12; } .mark rect.halo { stroke: #fff; stroke-width: 5px; stroke-opacity: .85; }
.mark circle.halo { fill: #fff; } .mark .disc { fill: var(--mark); } .mark text { fill: #fff; font: 700 11px system-ui, sans-serif; text-anchor: middle; }
.mark path { fill: none; stroke: var(--mark); stroke-width: 3px; stroke-linecap: round; stroke-linejoin: round; } .mark path.halo { stroke: #fff; stroke-width: 6px; }
.noshot { margin: 0; padding: 40px; text-align: center; color: var(--soft); background: var(--code); border-radius: 4px; }
.facts { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 0 0 12px; font-size: 13px; } .facts dt { color: var(--soft); display: inline; margin-right: 6px; } .facts dd { display: inline; margin: 0; }
.calls { list-style: none; margin: 0; padding: 0; } li.call { display: flex; gap: 10px; padding: 8px 0; border-top: 1px solid var(--line); } li.call > div { min-width: 0; flex: 1; }
.what { margin: 0; } .what .time { margin-left: 6px; } .faded { opacity: .6; }
.number, .dot { flex: none; margin-top: 2px; font: 700 11px/18px system-ui, sans-serif; width: 18px; height: 18px; border-radius: 50%; text-align: center; }
.number { background: var(--mark); color: #fff; } .dot::before { content: ''; display: block; width: 6px; height: 6px; margin: 6px; border-radius: 50%; background: var(--soft); }
.note { margin-left: 8px; padding: 0 8px; border-radius: 99px; font-size: 12px; background: var(--code); color: var(--soft); white-space: nowrap; }
.redirect .note { background: var(--warnbg); color: var(--warn); } .failed .note { background: var(--badbg); color: var(--bad); }
.said, .why { margin: 2px 0 0; font-size: 13px; color: var(--soft); } .failed .why { color: var(--bad); } .redirect .why { color: var(--warn); }
blockquote { margin: 4px 0 0; padding-left: 12px; border-left: 3px solid var(--model); white-space: pre-wrap; }
li.call details { font-size: 13px; margin-top: 2px; } .label { margin: 8px 0 0; color: var(--soft); font-size: 12px; }
.ending { padding: 16px; border-left: 4px solid var(--warn); } .ending.SUCCEEDED { border-left-color: var(--good); } .ending.FAILED { border-left-color: var(--bad); }
.ending pre { font-size: 13.5px; max-height: none; } .ending p { margin: 8px 0 0; } p.error { color: var(--bad); }
blockquote + details, pre + details { margin-top: 4px; } .story pre { max-height: 12rem; }
.ending { position: relative; } button { position: absolute; top: 12px; right: 16px; font: inherit; font-size: 13px; padding: 2px 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--card); color: inherit; cursor: pointer; }
.hint { display: none; color: var(--soft); font-size: 13px; text-align: center; margin: 24px 0 0; } .js .hint { display: block; }
kbd { font: 12px ui-monospace, monospace; padding: 1px 6px; border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 4px; background: var(--card); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin: 0; } .tiles div { padding: 12px 16px; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.tiles dt { font-size: 13px; color: var(--soft); } .tiles dd { margin: 0; font-size: 1.4rem; font-variant-numeric: tabular-nums; } .tiles .aside { font-size: 12px; color: var(--soft); }
.acts { margin: 20px 0 0; padding: 0; list-style: none; } .act { display: flex; gap: 16px; padding: 14px 16px; margin-top: 12px; background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--warn); border-radius: 10px; }
.act.SUCCEEDED { border-left-color: var(--good); } .act.FAILED { border-left-color: var(--bad); } .act > div { min-width: 0; flex: 1; } .act h2 { margin-top: 6px; font-weight: 600; } .act h2 a { color: var(--accent); }
.act img, .act .blank { flex: none; width: 180px; height: 92px; object-fit: cover; object-position: top; border-radius: 5px; background: var(--code); box-shadow: 0 0 0 1px var(--line); }
.act .line { font-size: 13px; } .outcome { margin: 4px 0 0; font-size: 14px; color: var(--soft); } .FAILED .outcome { color: var(--bad); }
@media (max-width: 820px) { main { padding: 16px 12px 48px; } h1 { font-size: 1.2rem; } .columns { grid-template-columns: minmax(0, 1fr); }
  .picture { padding: 10px; border-right: 0; border-bottom: 1px solid var(--line); } .views .zoom, .js .hint { display: none; }
  .step > header { padding: 10px 12px 0; } .place { padding: 0 12px; } .strip { margin: 16px -12px 0; padding: 6px 12px; } .strip a { width: 88px; height: 45px; } .step, .ending { scroll-margin-top: 86px; } .act { flex-direction: column; } .act img { width: 100%; height: auto; aspect-ratio: 1600 / 813; } .act .blank { display: none; } .story { padding: 10px 12px; } }
@media print { .step { break-inside: avoid; } .strip, .views, .js .hint, button { display: none; } .later { display: block; margin-top: 8px; } body { background: #fff; } }
`;
