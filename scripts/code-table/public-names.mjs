// What users of a package can import: the names that its package.json exports.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export class PublicNames {
  #entries;
  #program;

  /** @param rooms the folders of the sources: `packages/flowcdk/src` */
  constructor(root, rooms) {
    const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
    this.#entries = new Map(rooms.map((room) => [room, entriesOf(root, room)]));
    this.#program = ts.createProgram([...this.#entries.values()].flat(), { ...options, noEmit: true });
  }

  /** The names that the packages of some rooms export, each declaration once, and whether it has a doc comment. */
  of(rooms) {
    const checker = this.#program.getTypeChecker();
    const names = new Map();
    for (const file of rooms.flatMap((room) => this.#entries.get(room))) {
      const module = checker.getSymbolAtLocation(this.#program.getSourceFile(file));
      for (const exported of module ? checker.getExportsOfModule(module) : []) {
        const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
        const documented = symbol.getDocumentationComment(checker).length > 0;
        names.set(symbol, { name: exported.name, documented });
      }
    }
    return [...names.values()];
  }
}

/** The sources of what a package exports. Applications export nothing. */
function entriesOf(root, room) {
  const description = join(root, room, '../package.json');
  if (!room.startsWith('packages/') || !existsSync(description)) return [];
  const { exports = {} } = JSON.parse(readFileSync(description, 'utf8'));
  return Object.values(exports)
    .map((path) => join(root, room, '..', path.replace('/dist/', '/src/').replace(/\.js$/, '.ts')))
    .filter((file) => file.endsWith('.ts') && existsSync(file));
}
