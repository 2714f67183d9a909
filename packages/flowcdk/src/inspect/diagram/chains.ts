import type { Box, BoxEdge, Content } from './diagram';

/** Boxes that follow one another and that no other edge enters or leaves in between. One box is a chain, too. */
export type Chain = readonly [Box, ...Box[]];

/** The chains of a content. They make the graph that is laid out smaller, and they are drawn straight. */
export interface Chains {
  readonly chains: readonly Chain[];
  /** The edges between chains, by their places in `Content.edges`. */
  readonly between: readonly number[];
}

/** Puts the boxes of a content into chains. */
export function chainsOf({ boxes, edges }: Content): Chains {
  const [out, into] = [byEnd(edges, 'from'), byEnd(edges, 'to')];
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const count = (ends: ReadonlyMap<string, readonly number[]>, { id }: Box): number => ends.get(id)?.length ?? 0;
  /** A dot or a small box is narrower than its chain, so only one edge may enter it from above or leave it below. */
  const mayBegin = (box: Box): boolean => !box.content && (isWide(box) || count(into, box) <= 1);
  const mayEnd = (box: Box): boolean => !box.content && (isWide(box) || count(out, box) <= 1);
  const linkAfter = (box: Box): number | undefined => {
    const [edge, ...others] = out.get(box.id) ?? [];
    const next = edge === undefined ? undefined : byId.get(edges[edge]?.to ?? '');
    if (edge === undefined || others.length > 0 || !next || box.content) return undefined;
    return count(into, next) === 1 && mayEnd(next) ? edge : undefined;
  };
  const links = new Map<string, number>();
  for (const box of boxes) {
    const edge = linkAfter(box);
    if (edge !== undefined) links.set(box.id, edge);
  }
  const followers = new Set([...links.values()].map((edge) => edges[edge]?.to));
  const inside = new Set<number>();
  const done = new Set<string>();
  const chains: Chain[] = [];
  const begin = (head: Box): void => {
    const chain: [Box, ...Box[]] = [head];
    done.add(head.id);
    for (let at = mayBegin(head) ? links.get(head.id) : undefined; at !== undefined;) {
      const next = byId.get(edges[at]?.to ?? '');
      // An edge from the end of a chain to its beginning would lead nowhere.
      if (!next || done.has(next.id) || edges.some(({ from, to }) => from === next.id && to === head.id)) break;
      chain.push(next);
      done.add(next.id);
      inside.add(at);
      at = links.get(next.id);
    }
    chains.push(chain);
  };
  for (const box of boxes) if (!followers.has(box.id)) begin(box);
  // What is left is a circle, or stood behind a box that may begin nothing.
  for (const box of boxes) if (!done.has(box.id)) begin(box);
  return { chains, between: edges.map((_, i) => i).filter((i) => !inside.has(i)) };
}

/** Whether a box is as wide as an action. */
export const isWide = ({ shape }: Box): boolean => shape === 'action' || shape === 'choice';

function byEnd(edges: readonly BoxEdge[], end: 'from' | 'to'): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  edges.forEach((edge, i) => {
    const known = places.get(edge[end]);
    if (known) known.push(i);
    else places.set(edge[end], [i]);
  });
  return places;
}
