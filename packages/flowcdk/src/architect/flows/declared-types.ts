import { declaredKind, type VariableDeclaration } from '../containers';
import { type Type, typeNamed } from '../expressions';
import type { FlowTree } from '../flow-tree';
import type { KindItem } from '../forms';

/** The types of declared variables by name. Case does not matter. */
export interface DeclaredTypes {
  /** The type of a variable. Undefined where the name is not declared. */
  of(name: string): Type | undefined;
  add(declarations: readonly KindItem<VariableDeclaration>[] | undefined): void;
}

/** The types of the variables that a flow declares at its root. Containers add their own. */
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
