import * as flowcdk from 'flowcdk';
import * as constructs from 'flowcdk/constructs';
import * as events from 'flowcdk/events';
import * as settings from 'flowcdk/settings';
import * as templates from 'flowcdk/templates';
import * as triggers from 'flowcdk/triggers';
import * as provider from '@flowcdk/provider-genesyscloud';
import * as path from 'node:path';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { App, Testing } from '@flowcdk/provider-genesyscloud/cdktf';
import { type Block, type Page, pages, root } from './page';

/*
 * The TypeScript blocks of a page are one module: a block sees what the blocks before it declare, and pages import each
 * other as `./data-action`. What a block shows comes out of the definitions exported so far.
 */

export const pagesWithExamples = pages.filter(
  ({ path, blocks }) => path !== 'README.md' && blocks.some(({ language }) => language === 'ts'),
);

/** The module of a page; every line stands where it stands in the page, so that messages name its lines. */
export const moduleOf = ({ text, blocks }: Page): string => {
  const lines = text.split('\n').map(() => '');
  for (const block of blocks.filter(({ language }) => language === 'ts')) {
    block.text.split('\n').forEach((line, i) => (lines[block.line + i] = line));
  }
  return lines.join('\n');
};

/** What the compiler has to say of the modules of all pages: `docs/flow.md:12: …`. */
export function compilerMessages(): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const modules = new Map(pagesWithExamples.map((page) => [fileOf(page), moduleOf(page)]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => modules.has(file) || fileExists(file);
  host.readFile = (file) => modules.get(file) ?? readFile(file);
  host.getSourceFile = (file, language) => {
    const text = modules.get(file);
    return text === undefined ? getSourceFile(file, language) : ts.createSourceFile(file, text, language);
  };
  const program = ts.createProgram({ rootNames: [...modules.keys()], options: { ...options, noEmit: true }, host });
  const sources = [...modules.keys()].map((file) => program.getSourceFile(file));
  return sources
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
    .map(({ file, start = 0, messageText }) => {
      const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
      return `${file?.fileName.replace(/\.ts$/, '.md')}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    });
}

const fileOf = ({ path }: Page): string => join(root, path.replace(/\.md$/, '.ts'));

const library: Readonly<Record<string, object>> = {
  flowcdk,
  'flowcdk/constructs': constructs,
  'flowcdk/events': events,
  'flowcdk/settings': settings,
  'flowcdk/templates': templates,
  'flowcdk/triggers': triggers,
  'flowcdk/provider': provider,
  'node:path': path,
};
const ran = new Map<string, Readonly<Record<string, unknown>>>();

/** Runs the module of a page; gives what it exports, in the order of the page. */
export function exportsOf(page: Page): Readonly<Record<string, unknown>> {
  const known = ran.get(page.path);
  if (known) return known;
  const exported: Record<string, unknown> = {};
  const require = (specifier: string): unknown => {
    const other = pagesWithExamples.find(({ path }) => path === join(dirname(page.path), `${specifier}.md`));
    const part = library[specifier];
    if (!other && !part) throw new Error(`${page.path} imports ${specifier}, which readers do not have`);
    return other ? exportsOf(other) : part;
  };
  const { outputText } = ts.transpileModule(moduleOf(page), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 },
  });
  new Function('require', 'exports', outputText)(require, exported);
  ran.set(page.path, exported);
  return exported;
}

const isDefinition = (value: unknown): value is flowcdk.Definition =>
  typeof value === 'object' && value !== null && 'definition' in value;

/** The definitions a page exports, also in lists, up to and with a block, or all of them. */
export function definitionsOf(page: Page, upTo?: Block): flowcdk.Definition[] {
  const blocks = page.blocks.filter(({ language, line }) => language === 'ts' && line <= (upTo?.line ?? Infinity));
  const names = blocks.flatMap(({ text }) =>
    [...text.matchAll(/^export const (\w+)/gm)].map((match) => match[1] ?? ''),
  );
  return names.flatMap((name) => exportsOf(page)[name]).filter(isDefinition);
}

/** The Terraform JSON of a stack that creates these definitions. */
export function terraformJson(definitions: readonly flowcdk.Definition[]): unknown {
  const app = new App({ stackTraces: false });
  return JSON.parse(
    Testing.synth(
      new constructs.OrganizationStack(app, 'example', { organization: { region: 'eu-central-1' }, definitions }),
    ),
  );
}
