import type { MenuChoiceNode, MenuNode } from '../containers';
import type { KindItem } from '../forms';

/** A choice whose key an earlier choice of the same menu has. */
export interface RepeatedKey {
  readonly choice: KindItem<MenuChoiceNode>;
  /** `digit_1` */
  readonly key: string;
  /** The name of the earlier choice. */
  readonly first: string;
}

/** The choices of a menu that share a key with an earlier choice. A key chooses only one of them. */
export function repeatedKeys({ choices = [] }: MenuNode): readonly RepeatedKey[] {
  const names = new Map<string, string>();
  return choices.flatMap((choice) => {
    const key = choice.content?.dtmf;
    if (key === undefined) return [];
    const first = names.get(key);
    if (first !== undefined) return [{ choice, key, first }];
    names.set(key, choice.content?.name ?? choice.kind);
    return [];
  });
}
