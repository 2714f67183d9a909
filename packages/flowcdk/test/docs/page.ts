import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

export const root = resolve(__dirname, '../../../..');

/** A fenced block of a page. */
export interface Block {
  /** `ts`, `yaml`, `json`, `sh` … */
  readonly language: string;
  readonly text: string;
  /** Of the opening fence, from 1. */
  readonly line: number;
}

/** A Markdown file of the project. */
export interface Page {
  /** From the root: `docs/flow.md`. */
  readonly path: string;
  /** `flow` */
  readonly name: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** The pages at the root and everything in docs/. */
export const pages: readonly Page[] = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...markdownIn('docs'),
].map(readPage);

function blocksOf(text: string): Block[] {
  return [...text.matchAll(/^```(\w*)[^\n]*\n(.*?)^```$/gms)].map(({ 1: language = '', 2: block = '', index }) => ({
    language,
    text: block,
    line: text.slice(0, index).split('\n').length,
  }));
}

function readPage(path: string): Page {
  const text = readFileSync(join(root, path), 'utf8');
  return { path, name: basename(path, '.md'), text, blocks: blocksOf(text) };
}

function markdownIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `${folder}/${name}`);
}
