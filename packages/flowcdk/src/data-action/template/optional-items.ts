import { joined, type Template } from './template';

/** One of several items of a body or query; with `when`, it is there only under that Velocity condition. */
export interface Item {
  readonly content: Template;
  readonly when?: string;
}

/**
 * Writes items with separators between those that are present, whichever those are.
 *
 * The first item that is always present has no separator. Optional items before it have their separator behind them,
 * all other items before them. Where every item is optional, a Velocity variable remembers whether an item was printed.
 *
 * ```
 * "a": 1#if(…), "b": 2#end
 * #set($comma = "")#if(…)${comma}"a": 1#set($comma = ", ")#end#if(…)${comma}"b": 2#set($comma = ", ")#end
 * ```
 *
 * @param opening stands before the first item that is there
 */
export function separated(items: readonly Item[], separator: string, opening = ''): Template {
  const anchor = items.findIndex((item) => item.when === undefined);
  if (anchor < 0) return separatedByMemory(items, separator, opening);
  return joined(
    opening,
    ...items.map(({ content, when }, i) => {
      const inFront = i > anchor ? separator : '';
      const behind = i < anchor ? separator : '';
      return when === undefined ? joined(inFront, content) : joined(`#if(${when})${inFront}`, content, `${behind}#end`);
    }),
  );
}

function separatedByMemory(items: readonly Item[], separator: string, opening: string): Template {
  if (items.length === 0) return joined('');
  const single = items.length === 1;
  if (single)
    return joined(...items.map(({ content, when }) => joined(`#if(${when ?? 'true'})${opening}`, content, '#end')));
  return joined(
    `#set($comma = "${opening}")`,
    ...items.map(({ content, when }) =>
      joined(`#if(${when ?? 'true'})\${comma}`, content, `#set($comma = "${separator}")#end`),
    ),
  );
}
