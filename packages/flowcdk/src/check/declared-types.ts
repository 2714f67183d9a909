import { declaredKind, type VariableDeclaration } from '../architect/containers';
import { builtInVariable, type Type, typeNamed } from '../architect/expressions';
import type { FlowTree } from '../architect/flow-tree';
import type { KindItem } from '../architect/forms';

type Declarations = readonly KindItem<VariableDeclaration>[] | undefined;
type Types = ReadonlyMap<string, Type>;

/** The type of a variable by its name, in any case; undefined if it is not declared. */
export type TypeOf = (name: string) => Type | undefined;

interface FlowTypes {
  readonly flow: Types;
  /** Names like `Task.x` mean another variable in every task. */
  readonly containers: ReadonlyMap<string, Types>;
}

const known = new WeakMap<FlowTree, FlowTypes>();

/** The types of the variables in scope in a container of a flow, or at its root. */
export function declaredType(flow: FlowTree, containerReference = ''): TypeOf {
  let types = known.get(flow);
  if (!types) known.set(flow, (types = typesOf(flow)));
  const { flow: outer, containers } = types;
  const inner = containers.get(containerReference);
  return (name) => {
    const folded = name.toLowerCase();
    return inner?.get(folded) ?? outer.get(folded);
  };
}

/**
 * The variables that an expression may name. An undeclared variable may have any type here, because another rule
 * reports it. Built-in variables are left to the expression language.
 */
export function readableType(flow: FlowTree, containerReference = ''): TypeOf {
  const declared = declaredType(flow, containerReference);
  return (name) => declared(name) ?? (isOwnScope(name) && !builtInVariable(name) ? typeNamed('any') : undefined);
}

const isOwnScope = (name: string): boolean => /^(?:flow|state|task|common|slot|menu)\./i.test(name);

function typesOf(flow: FlowTree): FlowTypes {
  const flowTypes = new Map<string, Type>();
  const containers = new Map<string, Types>();
  declare(flow.variables, flowTypes);
  declare(flow.startUpTaskVariables, flowTypes);
  declare(flow.startUpState?.variables, flowTypes);
  declare(flow.periodicState?.variables, flowTypes);
  for (const [list, kind] of lists) {
    for (const { refId, variables } of flow[list] ?? []) {
      if (!variables || refId === undefined) continue;
      const types = new Map<string, Type>();
      declare(variables, types);
      containers.set(`/${flow.kind}/${list}/${kind}[${refId}]`, types);
    }
  }
  return { flow: flowTypes, containers };
}

const lists = [
  ['states', 'state'],
  ['menus', 'menu'],
  ['tasks', 'task'],
  ['bots', 'bot'],
] as const;

function declare(declarations: Declarations, types: Map<string, Type>): void {
  for (const { kind, content } of declarations ?? []) {
    const type = typeNamed(declaredKind(kind));
    if (content?.name !== undefined && type) types.set(content.name.toLowerCase(), type);
  }
}
