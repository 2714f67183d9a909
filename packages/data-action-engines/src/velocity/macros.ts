import { type Block, type Macro } from './tree';

/** The macros that a block defines, at any depth. Of several macros with one name the first counts. */
export function macrosIn(block: Block): ReadonlyMap<string, Macro> {
  const macros = new Map<string, Macro>();
  collect(block, macros);
  return macros;
}

function collect(block: Block, macros: Map<string, Macro>): void {
  for (const statement of block) {
    if (statement.kind === 'macro' && !macros.has(statement.name)) macros.set(statement.name, statement);
    if ('body' in statement && statement.body) collect(statement.body, macros);
    if (statement.kind !== 'if') continue;
    for (const { body } of statement.branches) collect(body, macros);
    collect(statement.otherwise, macros);
  }
}
