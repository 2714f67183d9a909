import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import type { VirtualFolder } from './exports-of';

const root = join(__dirname, '../../../../..');

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
    folders.flatMap(({ name, files }) =>
      files.filter(({ path }) => path.endsWith('.ts')).map(({ path, text }) => [place(name, path), text] as const),
    ),
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
