export const STYLES = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #fff; --ink: #16191f; --soft: #545b64; --line: #d5dbdb;
  --act: #0a5dc2; --on-act: #fff; --focus: #0a5dc2;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f141a; --card: #161d26; --ink: #e9ebed; --soft: #a3adb8; --line: #38434f;
    --act: #539fe5; --on-act: #0b1117; --focus: #89bdee;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 1280px; margin: 0 auto; padding: 24px; display: grid; gap: 16px; }
h1 { font-size: 15px; font-weight: 600; color: var(--soft); margin: 0 0 4px; }
#message { font-size: 22px; line-height: 1.35; margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; max-width: 70ch; }
details { margin-top: 8px; color: var(--soft); }
summary { cursor: pointer; }
#prompt { margin: 4px 0 0; white-space: pre-wrap; overflow-wrap: anywhere; max-width: 80ch; }
form {
  display: flex; flex-wrap: wrap; gap: 12px; position: sticky; top: 0; z-index: 1;
  padding: 8px 0; background: var(--page);
}
button {
  font: inherit; min-height: 44px; padding: 8px 20px; border-radius: 8px; cursor: pointer;
  border: 1px solid var(--line); background: var(--card); color: var(--ink);
}
button.yes { background: var(--act); border-color: var(--act); color: var(--on-act); font-weight: 600; }
button:disabled { opacity: .5; cursor: default; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; }
.address {
  display: flex; justify-content: space-between; gap: 16px; padding: 8px 14px; font-size: 13px;
  color: var(--soft); border-bottom: 1px solid var(--line);
}
#url { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
#state { flex: none; }
#screen { display: block; line-height: 0; }
#screen.live { touch-action: none; cursor: default; }
#screen.live:focus { outline: 3px solid var(--focus); outline-offset: -3px; }
#picture { width: 100%; height: auto; user-select: none; -webkit-user-select: none; }
#typing { display: flex; flex-wrap: wrap; gap: 8px; padding: 12px 14px; border-top: 1px solid var(--line); }
#typing input {
  flex: 1 1 200px; min-width: 0; min-height: 44px; font: inherit; padding: 8px 12px; border-radius: 8px;
  border: 1px solid var(--line); background: var(--page); color: var(--ink);
}
#typing button { padding: 8px 14px; }
#keys { margin: 0; padding: 8px 14px 12px; font-size: 13px; color: var(--soft); }
kbd { border: 1px solid var(--line); border-radius: 4px; padding: 0 5px; font: 12px ui-monospace, monospace; }
@media (pointer: coarse) { #keys { display: none; } }
[hidden] { display: none !important; }
@media (max-width: 600px) {
  main { padding: 16px; }
  #message { font-size: 19px; }
  form button { flex: 1 1 auto; }
}
`;
