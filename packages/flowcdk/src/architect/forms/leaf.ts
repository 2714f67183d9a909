import type { Definition, DefinitionKind } from '../definition';
import type { ActionList, ContainerReference } from '../nodes';
import type { VariableKind } from '../types';
import type { ValueNode } from '../values';

/** A leaf, which a walk visits. */
export type Leaf =
  | { readonly role: 'value'; readonly path: string; readonly value: ValueNode; readonly type: ValueType }
  | { readonly role: 'binding'; readonly path: string; readonly value: ValueNode; readonly type: ValueType }
  | { readonly role: 'variableName'; readonly path: string; readonly name: string; readonly type: ValueType }
  | {
      readonly role: 'name';
      readonly path: string;
      readonly of: NameOf;
      readonly name: string;
      readonly definition?: Definition | undefined;
    }
  | { readonly role: 'reference'; readonly path: string; readonly reference: ContainerReference }
  | { readonly role: 'actions'; readonly path: string; readonly actions: ActionList };

/** The type of a field. `any` where it depends on other things (a contract, a variable). */
export type ValueType = VariableKind | 'contactList' | `${VariableKind}Collection` | 'audio' | 'communication' | 'any';

/** The kinds of names in fields, besides the names of definitions. */
export type NameOf =
  | DefinitionKind
  | 'dataActionCategory'
  | 'decisionTable'
  | 'flowVersion'
  | 'outputPath'
  | 'script'
  | 'slot'
  | 'intent'
  | 'worktype'
  | 'other';
