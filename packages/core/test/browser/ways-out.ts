/** A page's ways to an address: each is run in the page, with `url` and what helps to hide it. */
export const WAYS_OUT: Readonly<Record<string, string>> = {
  'location.assign': 'location.assign(url)',
  'location.replace': 'location.replace(url)',
  'location.href later': 'setTimeout(() => { location.href = url }, 5)',
  'a link': 'link({ href: url }).click()',
  'a link to _top': "link({ href: url, target: '_top' }).click()",
  'a link to _blank': "link({ href: url, target: '_blank' }).click()",
  'a link with an opener': "link({ href: url, target: '_blank', rel: 'opener' }).click()",
  'a link with noopener':
    "link({ href: url, target: '_blank', rel: 'noopener noreferrer' }).click()",
  'a link to a named window': "link({ href: url, target: 'named' }).click()",
  'a link with ctrl':
    "link({ href: url }).dispatchEvent(new MouseEvent('click', { ctrlKey: true }))",
  'a link with shift':
    "link({ href: url }).dispatchEvent(new MouseEvent('click', { shiftKey: true }))",
  'a link with ctrl that tells no referrer':
    "link({ href: url, rel: 'noreferrer' }).dispatchEvent(new MouseEvent('click', { ctrlKey: true }))",
  'a link with shift that tells no referrer':
    "link({ href: url, referrerPolicy: 'no-referrer' }).dispatchEvent(new MouseEvent('click', { shiftKey: true }))",
  'a download link': "link({ href: url, download: 'x.bin' }).click()",
  'a link in an svg': `into(\`<svg><a href="\${url}"><text y="20">x</text></a></svg>\`).querySelector('a').dispatchEvent(new MouseEvent('click', { bubbles: true }))`,
  'an area of a map': `into(\`<map><area href="\${url}" shape="default"></map>\`).querySelector('area').click()`,
  'window.open': 'open(url)',
  'window.open with noopener': "open(url, '_blank', 'noopener')",
  'window.open with noreferrer': "open(url, '_blank', 'noreferrer')",
  'window.open with a size': "open(url, 'sized', 'width=200,height=200')",
  'window.open twice by one name': "open(url, 'twice'); open(url, 'twice')",
  'window.open and close': 'open(url)?.close()',
  'five windows at once': 'for (let i = 0; i < 5; i++) open(url)',
  'an empty window sent there': "const w = open(''); w.location = url",
  'an empty window sent there later':
    "const w = open('about:blank'); setTimeout(() => { w.location = url }, 20)",
  'a window with a refresh written': `const w = open(''); w.document.write(\`<meta http-equiv="refresh" content="0;url=\${url}">\`)`,
  'a window with a frame written': `const w = open(''); w.document.write(\`<iframe src="\${url}"></iframe>\`); setTimeout(() => w.close(), 60)`,
  'a window of javascript:': `const w = open(\`javascript:location.href='\${url}'\`); setTimeout(() => w?.close(), 60)`,
  'a window of a blob': `const w = open(URL.createObjectURL(new Blob([\`<script>location='\${url}'</script>\`], { type: 'text/html' }))); setTimeout(() => w?.close(), 60)`,
  'a window of view-source:': "open('view-source:' + url)",
  'a link of view-source:': "link({ href: 'view-source:' + url, target: '_blank' }).click()",
  'a form by get': "form({ action: url, method: 'get' }).submit()",
  'a form by post': "form({ action: url, method: 'post' }).submit()",
  'a form to _blank': "form({ action: url, method: 'post', target: '_blank' }).submit()",
  'a button with formaction': `into(\`<form><button formaction="\${url}">x</button></form>\`).querySelector('button').click()`,
  'a refresh': `const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0;url=' + url; document.head.append(m)`,
  'an iframe': 'frame({ src: url })',
  'an iframe in a sandbox':
    "frame({ src: url, sandbox: 'allow-scripts allow-popups allow-top-navigation' })",
  'an iframe that is lazy': "frame({ src: url, loading: 'lazy' })",
  'an iframe without a size': "frame({ src: url, width: '0', height: '0' })",
  'an iframe that goes at once': 'frame({ src: url }).remove()',
  'an iframe sent there': "const f = frame({ src: 'about:blank' }); f.contentWindow.location = url",
  'an iframe in a shadow root': `const d = into(''); d.attachShadow({ mode: 'closed' }).innerHTML = \`<iframe src="\${url}"></iframe>\``,
  'an iframe in an iframe': `frame({ srcdoc: \`<iframe src="\${url}"></iframe>\` })`,
  'an iframe in a data: frame': `frame({ src: \`data:text/html,<iframe src="\${url}"></iframe>\` })`,
  'a data: frame that goes there': `frame({ src: \`data:text/html,<script>location='\${url}'</script>\` })`,
  'an iframe in a blob: frame': `frame({ src: URL.createObjectURL(new Blob([\`<iframe src="\${url}"></iframe>\`], { type: 'text/html' })) })`,
  'an iframe in a foreign one': "frame({ src: other + '/nest?' + encodeURIComponent(url) })",
  'a frame that opens a window': `frame({ srcdoc: \`<script>open('\${url}')</script>\` })`,
  'a foreign frame that opens a window':
    "frame({ src: other + '/opens?' + encodeURIComponent(url) })",
  'a frame that sends the top away': `frame({ srcdoc: \`<script>top.location='\${url}'</script>\` })`,
  'an object': `into(\`<object data="\${url}" type="text/html" width="99" height="99"></object>\`)`,
  'an object without a type': `into(\`<object data="\${url}" width="99" height="99"></object>\`)`,
  'an embed': `into(\`<embed src="\${url}" width="99" height="99">\`)`,
  'an embed with a type': `into(\`<embed src="\${url}" type="text/html" width="99" height="99">\`)`,
  'prefetch rules': "rules({ prefetch: [{ urls: [url], eagerness: 'immediate' }] })",
  'prerender rules': "rules({ prerender: [{ urls: [url], eagerness: 'immediate' }] })",
  'the navigation interface': 'navigation.navigate(url).finished.catch(() => {})',
  'a file': "location.href = 'file:///etc/passwd'; open('file:///etc/passwd')",
};

/** Put before each way. */
export const HELPERS = `
  const put = (name, given) => {
    const made = Object.assign(document.createElement(name), given);
    for (const [key, value] of Object.entries(given)) made.setAttribute(key, value);
    document.body.append(made);
    return made;
  };
  const link = (given) => put('a', { textContent: 'x', ...given });
  const form = (given) => put('form', given);
  const frame = (given) => put('iframe', given);
  const into = (html) => put('div', { innerHTML: html });
  const rules = (given) => {
    const script = document.createElement('script');
    script.type = 'speculationrules';
    script.textContent = JSON.stringify(given);
    document.head.append(script);
  };
`;
