import type { FlowTree } from '../../architect/flow-tree';
import { builtInVariable, typeName } from '../../architect/expressions';
import { attributesOf, type AttributeUse } from '../../check/graph/attributes';
import type { GraphNode } from '../../check/graph';
import { variablesOf } from '../../check/graph/variables';
import type { AttributeModel, VariableModel } from './flow-model';
import { settingOf } from './settings';

/** Gives the id of the action or choice at a place of the graph. */
export type IdOf = (node: GraphNode) => string | undefined;

/** The variables of a flow: those it declares, then others that it uses. */
export function variableModels(flow: FlowTree, idOf: IdOf): readonly VariableModel[] {
  const { declared, reads, writes } = variablesOf(flow);
  const setBy = idsByName(writes, idOf);
  const readBy = idsByName(reads, idOf);
  const models = declared.map(({ name, kind, declaration, container }): VariableModel => {
    const { description, initialValue, isInput = false, isOutput = false } = declaration;
    const key = name.toLowerCase();
    const initial = initialValue && initialValue.kind !== 'noValue' ? settingOf(initialValue, { flow }) : undefined;
    const place = container && !/^flow\./i.test(name) ? `${name} (${container.name})` : name;
    return {
      name: place,
      type: kind,
      ...(description === undefined ? {} : { description }),
      ...(initial === undefined ? {} : { initialValue: initial.text }),
      isInput,
      isOutput,
      setBy: setBy.get(key) ?? [],
      readBy: readBy.get(key) ?? [],
    };
  });
  const known = new Set(declared.map(({ name }) => name.toLowerCase()));
  const others = new Map(
    [...writes, ...reads].filter(({ key }) => !known.has(key)).map(({ key, name }) => [key, name]),
  );
  const undeclared = [...others].map(([key, name]): VariableModel => {
    const builtIn = builtInVariable(name);
    return {
      name,
      type: builtIn ? `${typeName(builtIn.type)}, built-in` : 'not declared here',
      isInput: false,
      isOutput: false,
      setBy: setBy.get(key) ?? [],
      readBy: readBy.get(key) ?? [],
    };
  });
  return [...models, ...undeclared];
}

interface Use {
  readonly key: string;
  readonly node: GraphNode;
}

function idsByName(uses: readonly Use[], idOf: IdOf): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, Set<string>>();
  for (const { key, node } of uses) {
    const id = idOf(node);
    if (id !== undefined) ids.set(key, (ids.get(key) ?? new Set()).add(id));
  }
  return new Map([...ids].map(([key, set]) => [key, [...set]]));
}

/** The names of the variables that each action reads and sets, by the id of the action. */
export function variablesByAction(
  flow: FlowTree,
  idOf: IdOf,
): { readonly reads: ReadonlyMap<string, readonly string[]>; readonly sets: ReadonlyMap<string, readonly string[]> } {
  const { reads, writes } = variablesOf(flow);
  const byAction = (uses: readonly (Use & { readonly name: string })[]): ReadonlyMap<string, readonly string[]> => {
    const names = new Map<string, Map<string, string>>();
    for (const { key, name, node } of uses) {
      const id = idOf(node);
      if (id === undefined) continue;
      const own = names.get(id) ?? new Map<string, string>();
      names.set(id, own.set(key, own.get(key) ?? name));
    }
    return new Map([...names].map(([id, own]) => [id, [...own.values()]]));
  };
  return { reads: byAction(reads), sets: byAction(writes) };
}

/** The participant data of a flow. All names that only the run knows count as one. */
export function attributeModels(flow: FlowTree, idOf: IdOf): readonly AttributeModel[] {
  const { reads, writes } = attributesOf(flow);
  const names = [...new Set([...writes, ...reads].map(({ name }) => name))];
  const ids = (uses: readonly AttributeUse[], name: string | undefined): readonly string[] => [
    ...new Set(uses.filter((use) => use.name === name).flatMap(({ node }) => idOf(node) ?? [])),
  ];
  return names.map((name) => ({
    ...(name === undefined ? {} : { name }),
    writtenBy: ids(writes, name),
    readBy: ids(reads, name),
  }));
}
