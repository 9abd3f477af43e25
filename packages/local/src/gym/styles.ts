/** One stylesheet for every gym page: no external resource, light and dark, readable without it. */
export const styles = `
:root{color-scheme:light dark;--ink:#17202b;--soft:#51606f;--line:#d5dde6;--paper:#fff;--wash:#f3f6fa;
--accent:#2451c6;--on-accent:#fff;--good:#11733b;--bad:#b3261e;--hero:linear-gradient(120deg,#0f1c4d,#35308f 60%,#7a3f9d)}
@media (prefers-color-scheme:dark){:root{--ink:#e7edf5;--soft:#a7b4c4;--line:#35414f;--paper:#161d27;--wash:#0e141c;
--accent:#8fb0ff;--on-accent:#0c1530;--good:#6fd69a;--bad:#ff9c93}}
*{box-sizing:border-box}
body{margin:0;background:var(--wash);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
a{color:var(--accent)}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--paper);padding:8px}
.bar{display:flex;gap:24px;align-items:center;padding:12px 32px;background:var(--paper);border-bottom:1px solid var(--line)}
.bar .brand{font-weight:700;text-decoration:none;color:var(--ink);margin-right:auto}
.bar a{text-decoration:none}.bar a:hover{text-decoration:underline}
main{max-width:1080px;margin:0 auto;padding:24px 32px 64px}
h1{font-size:2rem;line-height:1.2;margin:.4em 0}h2{margin:1.4em 0 .5em}
.lead{color:var(--soft);max-width:65ch}
.hero{background:var(--hero);color:#fff;border-radius:16px;padding:32px;margin-bottom:24px}
.hero .lead{color:#e3e1ff}.hero h1{margin-top:0}
.card{background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:20px}
.hero .card{color:var(--ink)}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(230px,1fr));gap:16px;list-style:none;padding:0}
.grid h2,.grid h3{margin:.2em 0;font-size:1.1rem}
.row{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:16px;align-items:end}
label,legend{font-weight:600;font-size:.92rem}
.field{display:flex;flex-direction:column;gap:4px;position:relative;margin-bottom:12px}
.field small{color:var(--soft)}
input,select,textarea{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:8px;padding:8px 10px;min-height:42px;width:100%}
input[type=checkbox],input[type=radio]{width:20px;height:20px;min-height:0;accent-color:var(--accent);vertical-align:-4px;margin-right:8px}
input[type=range]{padding:0}
fieldset{border:1px solid var(--line);border-radius:10px;margin:0 0 16px;padding:8px 16px}
fieldset label{display:inline-block;font-weight:400;margin:4px 18px 4px 0}
button,.button{font:inherit;font-weight:600;color:var(--on-accent);background:var(--accent);border:0;border-radius:8px;padding:9px 18px;min-height:42px;cursor:pointer;text-decoration:none;display:inline-block}
button.plain{background:transparent;color:var(--accent);border:1px solid var(--accent)}
button:disabled{opacity:.5;cursor:not-allowed}
.card>h2:first-child{margin-top:0}.row .field>button{justify-self:start;width:max-content}.grid{margin-top:0}
button:hover,.button:hover{filter:brightness(1.1)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse;width:100%;background:var(--paper);border-radius:12px;overflow:hidden}
caption{text-align:left;font-weight:600;padding:8px 0}
th,td{padding:10px 14px;text-align:left;border-bottom:1px solid var(--line)}
thead th{font-size:.82rem;color:var(--soft);text-transform:uppercase;letter-spacing:.04em}
td.number{text-align:right;font-variant-numeric:tabular-nums}
dl{display:grid;grid-template-columns:max-content 1fr;gap:6px 24px}dt{color:var(--soft)}dd{margin:0;font-weight:600}
.price{font-size:1.2rem;font-weight:700}.good{color:var(--good)}.bad{color:var(--bad);font-weight:600}
.notice{border-left:4px solid var(--accent);background:var(--paper);padding:10px 16px;border-radius:6px}
.notice.wrong{border-color:var(--bad)}
.options{position:absolute;z-index:5;top:100%;left:0;right:0;margin:2px 0 0;padding:4px;list-style:none;background:var(--paper);border:1px solid var(--line);border-radius:8px;box-shadow:0 8px 24px #0003;max-height:260px;overflow:auto}
.options li{padding:8px 10px;border-radius:6px;cursor:pointer}.options li:hover,.options li[aria-selected=true]{background:var(--wash)}
.calendar{position:absolute;z-index:5;top:100%;left:0;background:var(--paper);border:1px solid var(--line);border-radius:10px;box-shadow:0 8px 24px #0003;padding:12px;width:316px}
.calendar header{display:flex;justify-content:space-between;align-items:center;margin-bottom:8px}
.calendar button{min-height:34px;padding:4px 10px}
.calendar .days{display:grid;grid-template-columns:repeat(7,1fr);gap:4px}
.calendar .days button{background:transparent;color:var(--ink);padding:4px 0;font-weight:400}
.calendar .days button:hover{background:var(--accent);color:var(--on-accent)}
.split{display:grid;grid-template-columns:240px 1fr;gap:24px;align-items:start}
@media (max-width:760px){.split{grid-template-columns:1fr}main,.bar{padding-inline:16px}}
[hidden]{display:none!important}
footer{max-width:1080px;margin:0 auto;padding:0 32px 32px;color:var(--soft);font-size:.9rem}
`;
