import { join, relative } from 'node:path';
import ts from 'typescript';
import { root } from './page';

/** What users import from, as tsconfig.json maps it: `flowcdk/triggers` to its file. */
const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as {
  readonly config: { readonly compilerOptions: { readonly paths: Readonly<Record<string, readonly [string]>> } };
};
export const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
export const entries: ReadonlyMap<string, string> = new Map(
  Object.entries(config.compilerOptions.paths)
    .filter(([name]) => name === 'flowcdk' || name.startsWith('flowcdk/'))
    .map(([name, [file]]) => [name, join(root, file)]),
);

/** A name that an entry exports, with what its doc comment says. */
export interface PublicName {
  readonly entry: string;
  readonly name: string;
  /** `packages/flowcdk/src/index.ts:12`, where it is declared. */
  readonly place: string;
  readonly documentation: string;
  readonly isFunction: boolean;
  /** The TypeScript of its examples. */
  readonly examples: readonly string[];
}

/** Everything the entries of a program export. */
export function publicNames(program: ts.Program): readonly PublicName[] {
  const checker = program.getTypeChecker();
  return [...entries].flatMap(([entry, file]) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    return (module ? checker.getExportsOfModule(module) : []).map((exported) => {
      const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
      const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported;
      const type = symbol.valueDeclaration && checker.getTypeOfSymbolAtLocation(symbol, symbol.valueDeclaration);
      return {
        entry,
        name: exported.name,
        place: placeOf(symbol),
        documentation: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
        isFunction: (type?.getCallSignatures().length ?? 0) > 0,
        examples: symbol
          .getJsDocTags(checker)
          .filter(({ name }) => name === 'example')
          .flatMap(({ text }) => typescriptIn(ts.displayPartsToString(text))),
      };
    });
  });
}

function placeOf(symbol: ts.Symbol): string {
  const [declaration] = symbol.declarations ?? [];
  if (!declaration) return symbol.name;
  const source = declaration.getSourceFile();
  return `${relative(root, source.fileName)}:${source.getLineAndCharacterOfPosition(declaration.getStart()).line + 1}`;
}

const typescriptIn = (example: string): readonly string[] =>
  [...example.matchAll(/```ts\n([\s\S]*?)```/g)].map((block) => block[1] ?? '');
