import { declaredKind, type VariableDeclaration } from '../containers';
import { type Type, typeNamed } from '../expressions';
import type { FlowTree } from '../flow-tree';
import type { KindItem } from '../forms';

/** The types of declared variables, by name in any case. */
export interface DeclaredTypes {
  /** Undefined where nothing of that name is declared. */
  of(name: string): Type | undefined;
  add(declarations: readonly KindItem<VariableDeclaration>[] | undefined): void;
}

/** The variables a flow declares at its root; containers add theirs. */
export function declaredTypes({
  root,
}: {
  readonly root: Pick<FlowTree, 'variables' | 'startUpTaskVariables'>;
}): DeclaredTypes {
  const types = new Map<string, Type>();
  const declared: DeclaredTypes = {
    of: (name) => types.get(name.toLowerCase()),
    add: (declarations) => {
      for (const { kind, content } of declarations ?? []) {
        const type = typeNamed(declaredKind(kind));
        if (content?.name !== undefined && type) types.set(content.name.toLowerCase(), type);
      }
    },
  };
  declared.add(root.variables);
  declared.add(root.startUpTaskVariables);
  return declared;
}
