/** A statement that leaves a file behind wherever it is evaluated in Node: as a module, an expression, or by a template. */
export const leaveFile = (path: string): string =>
  `globalThis.process.getBuiltinModule('fs').writeFileSync('${path}','')`;

/** The same in every place where MDX, a template, YAML or Vite may evaluate what stands there. */
export const payloadsFor = (path: string): readonly string[] => {
  const run = leaveFile(path);
  return [
    `export const p = ${run}`,
    `export default ${run}`,
    `import '${`data:text/javascript,${run}`}'`,
    `{${run}}`,
    `{(() => { ${run} })()}`,
    `\${${run}}`,
    `{\`\${${run}}\`}`,
    `<Evil p={${run}} />`,
    `<p {...${run}}>`,
    `<script>${run}</script>`,
    `<script is:inline set:html={${run}} />`,
    `---\n${run}\n---`,
    `!!js/function "function(){${run}}"`,
    `import.meta.glob('${path}', { eager: true }) {${run}}`,
    `import x from '${path}?raw'`,
    `<%= ${run} %>`,
    `"+${run}+"`,
    `'+${run}+'`,
    `</script><script type=module>${run}</script>`,
  ];
};

/** What would call home or set `window.canary`, were a browser to take it for more than text. */
export const BROWSER_PAYLOADS: readonly string[] = [
  '<script>canary=1</script>',
  '</title><script>canary=2</script>',
  '</script><script>canary=3</script>',
  '<img src=x onerror=canary=4>',
  '"><svg onload=canary=5>',
  "'><body onpageshow=canary=6>",
  'javascript:canary=7',
  '[a](javascript:canary=8)',
  '<iframe srcdoc="<script>parent.canary=9</script>">',
  '<a href=javascript:canary=10>a</a>',
  '<img src=https://canary.example/a.png>',
  '![a](https://canary.example/b.png)',
  '<link rel=stylesheet href=https://canary.example/c.css>',
  '@import url(https://canary.example/d.css);',
  '<meta http-equiv=refresh content="0;url=https://canary.example/">',
  '<base href=https://canary.example/>',
  '" autofocus onfocus=canary=11 x="',
  '<dialog open>canary</dialog>',
  '<form action=https://canary.example/><button>',
  '<object data=https://canary.example/e>',
];
