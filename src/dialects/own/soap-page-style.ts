/** The look of the SOAP page: one column, the reader's own fonts, light or dark as the reader has it. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #566070; --paper: #fff; --shade: #f4f6f9; --line: #d7dde5; --mark: #0b57d0; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e8ee; --soft: #a2acba; --paper: #14181e; --shade: #1d232b; --line: #343c47; --mark: #8ab4f8; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 4rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.55 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.7rem; line-height: 1.2; }
h2 { margin: 2.2rem 0 .6rem; font-size: 1.2rem; }
h3 { margin: 1.1rem 0 .3rem; font-size: .95rem; }
p, ul { margin: .5rem 0; }
ul { padding-left: 1.2rem; }
a { color: var(--mark); }
code, pre { font: .875rem/1.5 ui-monospace, monospace; }
code { overflow-wrap: anywhere; }
pre { margin: .4rem 0; padding: .75rem; overflow-x: auto; background: var(--shade); border: 1px solid var(--line); border-radius: 6px; }
table { width: 100%; border-collapse: collapse; font-size: .925rem; }
th, td { padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
td:first-child { width: 38%; }
small, .twin { color: var(--soft); }
.twin { display: block; }
details { border: 1px solid var(--line); border-radius: 6px; margin: .5rem 0; }
summary { padding: .55rem .75rem; cursor: pointer; }
summary > code:first-child { font-weight: 600; font-size: .95rem; }
details[open] > summary { border-bottom: 1px solid var(--line); }
details > div { padding: .25rem .75rem .75rem; }
`;
