import { nodesInCircles } from '../../../src/check/graph/circles';
import type { GraphNode } from '../../../src/check/graph/node';

/** The names of the places that lie in a circle: `circlesIn({ a: 'b', b: 'a' })`. */
function circlesIn(ways: Readonly<Record<string, string>>): string {
  const nodes = new Map(Object.keys(ways).map((name, id) => [name, { id } as GraphNode]));
  const node = (name: string): GraphNode => nodes.get(name) as GraphNode;
  const next = (of: GraphNode): readonly GraphNode[] => {
    const [, to = ''] = Object.entries(ways).find(([name]) => node(name) === of) ?? [];
    return [...to].map(node);
  };
  const circling = nodesInCircles([...nodes.values()], next);
  return [...nodes].flatMap(([name, at]) => (circling.has(at) ? [name] : [])).join('');
}

test.each([
  ['a line has no circle', { a: 'b', b: 'c', c: '' }, ''],
  ['two ways that meet are no circle', { a: 'bc', b: 'd', c: 'd', d: '' }, ''],
  ['a place that leads to itself is one', { a: 'b', b: 'b', c: '' }, 'b'],
  ['two places', { a: 'b', b: 'a' }, 'ab'],
  ['the way into a circle and out of it is not in it', { a: 'b', b: 'c', c: 'bd', d: '' }, 'bc'],
  ['two circles that share a place', { a: 'b', b: 'ac', c: 'd', d: 'b', e: '' }, 'abcd'],
  ['two circles with a way between them', { a: 'b', b: 'ac', c: 'd', d: 'ce', e: '' }, 'abcd'],
  ['a circle behind a part that is closed', { a: 'cb', b: 'c', c: 'd', d: 'd' }, 'd'],
  ['a circle that nothing leads to', { a: '', b: 'c', c: 'b' }, 'bc'],
  ['a way back from deep inside', { a: 'b', b: 'c', c: 'd', d: 'ea', e: '' }, 'abcd'],
  ['a way to a circle that was looked at before', { a: 'bc', b: 'd', d: 'b', c: 'd' }, 'bd'],
])('%s', (_, ways, expected) => expect(circlesIn(ways)).toBe(expected));
