import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { program } from '../../src/cli/main';
import { type Page, pages, root } from './page';

const prose = ({ text }: Page): string => text.replace(/^```.*?^```$/gms, '');

/** As GitHub makes the anchor of a heading. */
const anchor = (heading: string): string =>
  heading
    .replace(/[`*]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const anchorsIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(({ 1: heading = '' }) => anchor(heading));

const links = pages.flatMap((page) =>
  [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(({ 1: target = '' }) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => [page.path, target] as const),
);

test.each(links)('in %s the link %s leads somewhere', (path, target) => {
  const [file = '', heading] = target.split('#');
  const full = file === '' ? join(root, path) : join(root, dirname(path), file);

  expect(existsSync(full)).toBe(true);
  expect(heading === undefined || anchorsIn(full).includes(heading)).toBe(true);
});

const indexes = pages.filter(({ path }) => /^docs\/.*README\.md$/.test(path));

test.each(indexes.map(({ path, text }) => [path, text]))('%s lists every page of its folder', (path, text) => {
  const linked = [...text.matchAll(/\]\(([^)#]+\.md)\)/g)].map(({ 1: file = '' }) => join(dirname(path), file));
  const others = pages.map((page) => page.path).filter((page) => dirname(page) === dirname(path) && page !== path);

  expect(linked).toEqual(expect.arrayContaining(others));
});

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const mentioned = (pattern: RegExp): string[] => [
  ...new Set(pages.flatMap(({ text }) => [...text.matchAll(pattern)].map(({ 1: name = '' }) => name))),
];

test.each(mentioned(/npm run (?:--silent )?([\w:-]+)/g))('npm run %s is a script', (name) => {
  expect(Object.keys(scripts)).toContain(name);
});

test.each(mentioned(/npx flowcdk ([\w-]+)/g))('flowcdk %s is a command', async (name) => {
  const { commands } = await program([]);

  expect(commands.map((command) => command.name())).toContain(name);
});
