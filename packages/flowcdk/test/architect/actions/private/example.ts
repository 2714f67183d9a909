import type { ActionKind, ActionNode } from '../../../../src/architect/actions';
import type { YamlData } from '../../../../src/architect/yaml/node';

/** A definition and all of its YAML; the rule is what one learns from it. */
export interface Example<K extends ActionKind> {
  readonly rule: string;
  readonly action: ActionNode<K>;
  readonly yaml: YamlData;
}

/** Examples of some kinds of action, by kind. */
export type Examples = { readonly [K in ActionKind]?: Example<K> };
