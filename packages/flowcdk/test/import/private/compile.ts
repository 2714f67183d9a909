import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import * as flowcdk from 'flowcdk';
import type { ImportedFile } from '../../../src/import/import-flows';

const root = join(__dirname, '../../../../..');

/** A folder of imported files, in memory. */
export interface VirtualFolder {
  readonly name: string;
  readonly files: readonly ImportedFile[];
}

const options: ts.CompilerOptions = {
  ...ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)).config,
    ts.sys,
    root,
  ).options,
  types: ['node'],
  noEmit: true,
};

/** Where a file of a folder would lie. It is never written. */
const place = (folder: string, path: string): string => normalize(join(root, 'imported', folder, 'flows', path));

/** What TypeScript says of all files of all folders, with one program. */
export function typeErrors(folders: readonly VirtualFolder[]): readonly string[] {
  const texts = new Map(
    folders.flatMap(({ name, files }) => files.map(({ path, text }) => [place(name, path), text] as const)),
  );
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  const folderNames = [...texts.keys()].map((file) => dirname(file));
  const { directoryExists } = host;
  host.directoryExists = (folder) =>
    folderNames.some((each) => each.startsWith(folder)) || directoryExists?.(folder) === true;
  host.readFile = (file) => texts.get(file) ?? readFile(file);
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  host.getSourceFile = (file, ...more) => {
    const text = texts.get(file);
    return text === undefined
      ? getSourceFile(file, ...more)
      : ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...texts.keys()].flatMap((file) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText, start }) =>
        `${file.slice(root.length)}:${source && start !== undefined ? source.getLineAndCharacterOfPosition(start).line + 1 : 0} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
  });
}

/** Runs a file of a folder and gives what it exports. */
export function exportsOf({ name, files }: VirtualFolder, path: string): Readonly<Record<string, unknown>> {
  const texts = new Map(files.map((file) => [place(name, file.path), file.text]));
  const loaded = new Map<string, Record<string, unknown>>();
  const load = (file: string): Record<string, unknown> => {
    const known = loaded.get(file);
    if (known) return known;
    const exported: Record<string, unknown> = {};
    loaded.set(file, exported);
    const { outputText } = ts.transpileModule(texts.get(file) ?? readFileSync(file, 'utf8'), {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 },
    });
    const required = (specifier: string): unknown =>
      specifier === 'flowcdk' ? flowcdk : load(`${normalize(join(dirname(file), specifier))}.ts`);
    // The text is what the import wrote from a file of the test.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    (new Function('exports', 'require', outputText) as (exported: object, required: unknown) => void)(
      exported,
      required,
    );
    return exported;
  };
  return load(place(name, path));
}
