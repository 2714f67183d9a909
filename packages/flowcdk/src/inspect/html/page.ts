import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markup, Markup } from './markup';

/** The content of a page. */
export interface Page {
  readonly title: string;
  /** The name of its script in the folder `pages`: `flow`. @default the page has no script */
  readonly script?: 'flow' | 'overview' | 'run' | undefined;
  readonly body: Markup;
}

/** Styles and scripts stand beside `dist` and `src`. */
const folder = join(__dirname, '../../../pages');
const files = new Map<string, string>();

function fileOf(name: string): string {
  const known = files.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(join(folder, name), 'utf8');
  files.set(name, text);
  return text;
}

/** The style of a diagram that stands alone, with the colour in the place of each variable. */
export function diagramStyle(): string {
  const colours = new Map(
    [...fileOf('pages.css').matchAll(/(--[a-z-]+): (#[0-9a-f]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
  return fileOf('diagram.css').replace(/var\((--[a-z-]+)\)/g, (whole, name: string) => colours.get(name) ?? whole);
}

/** What a browser compares with the inlined text. */
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * The text of a page that stands alone. Its policy allows the inlined style and script and nothing else, so no request
 * leaves the page and no text in it can run.
 */
export function pageText({ title, script, body }: Page): string {
  const style = fileOf('pages.css') + fileOf('diagram.css');
  const code = script === undefined ? undefined : scriptOf(script);
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${code === undefined ? "'none'" : hashOf(code)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
${body}
${code === undefined ? undefined : new Markup(`<script>${code}</script>`)}
</body>
</html>
`.text;
}

/** The part that all pages share comes first. */
const scriptOf = (name: string): string =>
  `'use strict';\n${['shared', name].map((part) => fileOf(`${part}.js`)).join('\n')}`;
