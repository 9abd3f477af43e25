/** The console's only stylesheet: light and dark by the system's choice. */
export const consoleStyles = `
:root{color-scheme:light dark;--ink:#17202b;--soft:#56646f;--line:#d5dde6;--paper:#fff;--wash:#f3f6fa;--pick:#dfe8ff;
--accent:#2451c6;--good:#11733b;--bad:#b3261e;--run:#8a5a00;--model:#5b6ee1;--client:#2f9e7a}
@media (prefers-color-scheme:dark){:root{--ink:#e7edf5;--soft:#a3b1bf;--line:#33404d;--paper:#161d27;--wash:#0e141c;--pick:#263a63;
--accent:#8fb0ff;--good:#6fd69a;--bad:#ff9c93;--run:#f0c36b;--model:#8f9dff;--client:#5ad1a8}}
*{box-sizing:border-box}[hidden]{display:none!important}
html,body{height:100%}
body{margin:0;display:flex;flex-direction:column;background:var(--wash);color:var(--ink);font:14px/1.4 system-ui,-apple-system,"Segoe UI",sans-serif}
a{color:var(--accent)}h1{font-size:1rem;margin:0}h2{font-size:1.1rem;margin:0}h3{font-size:.95rem;margin:12px 0 4px}
code,pre,kbd{font:12px/1.45 ui-monospace,"Cascadia Code",Menlo,monospace}
:focus-visible{outline:2px solid var(--accent);outline-offset:-2px}
.bar{display:flex;gap:14px;align-items:center;padding:8px 14px;background:var(--paper);border-bottom:1px solid var(--line)}
.far{margin-left:auto;white-space:nowrap;padding-left:8px}.soft{color:var(--soft)}.live{color:var(--soft)}.live.on{color:var(--good)}
button,input,select{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:4px 10px}
button{cursor:pointer}button:hover{border-color:var(--accent)}
.message,.notice{margin:8px 14px;padding:8px 12px;border-left:4px solid var(--bad);background:var(--paper)}
.bad{color:var(--bad)}.good{color:var(--good)}
main{flex:1;min-height:0}
.panes{display:grid;grid-template-columns:minmax(240px,320px) minmax(320px,460px) 1fr;height:100%}
.panes>section{min-height:0;overflow:hidden;display:flex;flex-direction:column;border-right:1px solid var(--line)}
.filters{display:flex;flex-wrap:wrap;gap:6px;padding:8px;align-items:center}.filters input{flex:1 1 160px;min-width:0}
.list{position:relative;overflow:auto;flex:1;min-height:60px;background:var(--paper);border-top:1px solid var(--line)}
.list.acts{flex:none;min-height:0}.run-head .line,.act-head .line{flex-wrap:wrap}.run-head .line>*,.act-head .line>*{flex:0 1 auto}
.thought{padding-left:calc(2.2em + 8px);font-size:.9em}.spacer{position:relative}
.row{position:absolute;left:0;right:0;top:0;padding:6px 10px;border-bottom:1px solid var(--line);overflow:hidden;cursor:default}
.row[aria-selected=true]{background:var(--pick)}.row.superseded{opacity:.5;text-decoration:line-through}
.line{display:flex;gap:8px;align-items:center;min-width:0}.line>*{flex:none}.line>.prompt,.line>.call{flex:1 1 auto}
.prompt,.call{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;min-width:0}
.number{color:var(--soft);min-width:2.2em;text-align:right;font-variant-numeric:tabular-nums}
.status{font-weight:600;font-size:.85em;white-space:nowrap}.status.succeeded{color:var(--good)}.status.failed,.status.timed-out{color:var(--bad)}.status.running{color:var(--run)}
.run-head,.act-head{padding:10px 12px;background:var(--paper)}.act{display:flex;flex-direction:column;flex:1;min-height:0}
.whole-prompt{margin:6px 0;white-space:pre-wrap;overflow-wrap:anywhere;max-height:7em;overflow:auto}
.run-head code{overflow-wrap:anywhere}
details pre{max-height:200px;overflow:auto}
.times{padding:6px 12px;background:var(--paper)}.timeline{width:100%;height:76px;display:block;cursor:pointer}
.legend{display:flex;flex-wrap:wrap;gap:4px 12px;font-size:.85em}.legend p{margin:0;flex-basis:100%}
.key::before{content:"";display:inline-block;width:10px;height:10px;border-radius:2px;margin-right:5px;background:var(--client)}.key.model::before{background:var(--model)}
.steps{display:flex;flex-direction:column;flex:1;min-height:0}
.detail{overflow:auto!important;padding:12px 16px;background:var(--paper)}.step{width:100%}
.step header{display:flex;gap:12px;align-items:baseline}.url{overflow-wrap:anywhere;margin:6px 0}
.screenshot{position:relative;margin:8px 0;border:1px solid var(--line);width:100%}.screenshot img{display:block;width:100%;height:auto}
.overlay{position:absolute;inset:0;width:100%;height:100%}.overlay .box{fill:#ff2d5522;stroke:#ff2d55;stroke-width:3}
.overlay .ring{fill:none;stroke:#ff2d55;stroke-width:3}.overlay .dot{fill:#ff2d55}
.overlay .tag{font:600 20px system-ui,sans-serif;fill:#ff2d55;stroke:#fff;stroke-width:4px;paint-order:stroke}
.calls{padding-left:22px;margin:0}.calls li{margin:4px 0}.calls pre{margin:4px 0;padding:6px 8px;background:var(--wash);border-radius:6px;white-space:pre-wrap;overflow-wrap:anywhere;max-height:280px;overflow:auto}
.calls code{overflow-wrap:anywhere}.label{margin-left:8px;padding:0 6px;border:1px solid var(--accent);border-radius:8px;color:var(--accent);font-size:.8em}
.empty{padding:16px;color:var(--soft)}
.compare{height:100%;display:flex;flex-direction:column}.compare>header{padding:8px 14px;justify-content:space-between}
.halves,.compare .row{display:grid;grid-template-columns:1fr 1fr;gap:16px;align-items:center}.half{min-width:0;padding:0 8px}.compare .row.differs{box-shadow:inset 3px 0 var(--run)}
.halves{padding:6px 2px;background:var(--paper)}
.rerun{height:100%;overflow:auto;padding:12px 16px;max-width:1200px;margin:0 auto}.rerun>header{flex-wrap:wrap}.summary{font-weight:600}
.rerun-form{padding:10px 12px;background:var(--paper);border:1px solid var(--line);border-radius:8px}.rerun-form p{margin:6px 0}.rerun-form h3{margin:0}.ways{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,460px),1fr));gap:12px;align-items:start}.files{flex-wrap:wrap;gap:4px 16px}
.rerun-form pre{margin:8px 0;padding:6px 8px;background:var(--wash);border-radius:6px;white-space:pre-wrap;overflow-wrap:anywhere}
fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:4px 16px}legend{padding:0;font-weight:600;margin-bottom:4px}
textarea{width:100%;font:12px/1.45 ui-monospace,"Cascadia Code",Menlo,monospace;color:var(--ink);background:var(--wash);border:1px solid var(--line);border-radius:6px;padding:6px 8px}
.primary{background:var(--accent);border-color:var(--accent);color:var(--paper)}button:disabled{opacity:.6;cursor:default}
.rerun-steps{list-style:none;margin:0;padding:0}.rerun-steps>li{margin:8px 0;padding:8px 12px;background:var(--paper);border:1px solid var(--line);border-left:3px solid var(--good);border-radius:6px}
.rerun-steps>li.differs{border-left-color:var(--run)}.rerun-steps h3{margin:0 0 6px}.rerun-steps .run{color:var(--run)}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:16px}.side{min-width:0}.side h4{margin:0;font-size:.85em;font-weight:400;color:var(--soft)}
.side ul{margin:4px 0 0;padding:0;list-style:none}.side li{padding:2px 6px;border-radius:4px;overflow-wrap:anywhere}.side li.odd{box-shadow:inset 2px 0 var(--run);background:var(--wash)}
.side code{display:block}.side .words{font-weight:400}.side .odd .words{font-weight:600}
.login{max-width:360px;margin:10vh auto;padding:20px;background:var(--paper);border:1px solid var(--line);border-radius:10px;display:flex;flex-direction:column;gap:8px}
dialog{border:1px solid var(--line);border-radius:10px;background:var(--paper);color:var(--ink)}dialog dl{display:grid;grid-template-columns:max-content 1fr;gap:6px 16px}dialog dd{margin:0}
kbd{padding:1px 6px;border:1px solid var(--line);border-radius:4px;background:var(--wash)}
h1 a{color:inherit;text-decoration:none}
.ms{flex:none;width:5.2em;text-align:right;font-size:.85em;color:var(--soft);font-variant-numeric:tabular-nums}.line>.ms{flex:none}
.heads{padding:2px 10px;font-size:.8em}.answer{color:var(--good)}pre.answer{margin:4px 0;white-space:pre-wrap;overflow-wrap:anywhere;max-height:7em;overflow:auto}
.step h2{overflow-wrap:anywhere}.step header{flex-wrap:wrap}.words{font-weight:600}.step .line{flex-wrap:wrap}
.screenshot{margin-inline:0}.screenshot img{cursor:zoom-in}.shot-foot{margin:4px 0 0;display:flex;justify-content:flex-end}
.lightbox{width:96vw;max-width:96vw;height:96vh;max-height:96vh;padding:10px}.lightbox[open]{display:flex;flex-direction:column;gap:8px}
.lightbox .line p{margin:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;flex:1 1 auto}
.large{flex:1;min-height:0;display:grid;place-items:safe center;overflow:auto}.large .screenshot{margin:0;width:auto;max-width:100%}
.large img{width:auto;max-width:100%;max-height:calc(96vh - 80px);cursor:default}
.welcome{max-width:760px;margin:6vh auto;padding:0 20px;overflow:auto}.welcome li{margin:10px 0}
.program{margin:8px 0;padding:10px 12px;background:var(--paper);border:1px solid var(--line);border-radius:8px}.program pre{margin:0 0 8px;overflow:auto}
.switch{display:none;gap:4px}.switch [aria-pressed=true]{background:var(--pick);border-color:var(--accent)}
@media (max-width:1099px){.switch{display:flex}.to-step{display:none}.panes{grid-template-columns:minmax(300px,2fr) 3fr}
.panes>section{display:none}.panes[data-pane=runs]{grid-template-columns:1fr}.panes[data-pane=runs]>.runs{display:flex}
.panes:not([data-pane=runs])>.middle,.panes:not([data-pane=runs])>.detail{display:flex}.panes>.detail{flex-direction:column}}
@media (max-width:699px){.to-step{display:inline-block}.panes,.panes[data-pane=runs]{grid-template-columns:1fr}
.panes[data-pane=run]>.detail,.panes[data-pane=step]>.middle{display:none!important}
.sides{grid-template-columns:1fr;gap:8px}.rerun{padding:10px}.compare .row .far{display:none}.halves,.compare .row{gap:4px}.compare .number{min-width:0}
.bar{flex-wrap:wrap;gap:8px}.bar .far{margin:0}.bar .wide{display:none}.filters select{flex:1 1 40%;min-width:0}
/* A window this narrow shows the whole picture no larger than the page does: here it is larger, and is moved about. */
.large .screenshot{width:max(100%,860px);max-width:none}.large img{width:100%;max-width:none;max-height:none}
.middle{overflow:auto!important}.middle .act,.middle .steps{flex:none}.middle .steps .list{height:50vh;flex:none}}
@media (prefers-reduced-motion:reduce){*{scroll-behavior:auto!important}}
`;
