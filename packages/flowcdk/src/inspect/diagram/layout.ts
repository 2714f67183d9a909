import ELK, { type ElkExtendedEdge, type ElkNode, type ElkPort, type LayoutOptions } from 'elkjs/lib/elk.bundled.js';
import { type Chain, chainsOf, isWide } from './chains';
import type { Box, BoxEdge, ContainerEdge, Content, Diagram, DiagramContainer } from './diagram';
import { textWidth } from './text-width';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box with its place in the content that it stands in. Pixels. */
export interface PlacedBox {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly content?: PlacedContent | undefined;
}

export interface PlacedEdge {
  readonly edge: BoxEdge;
  readonly points: readonly Point[];
}

/** Boxes and edges in one coordinate system. Its origin is the top left corner of the box around it. */
export interface PlacedContent {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly edges: readonly PlacedEdge[];
}

/** A container with the place of everything in it. */
export interface PlacedContainer {
  readonly container: DiagramContainer;
  readonly content: PlacedContent;
}

/** Where the containers stand while some of them are open. */
export interface DiagramForm {
  readonly width: number;
  readonly height: number;
  /** By id: of a container, `start` or `error`. */
  readonly places: Readonly<Record<string, Point & { readonly width: number; readonly height: number }>>;
  /** In the order of `Diagram.edges`. */
  readonly edges: readonly (readonly Point[])[];
}

/** A diagram in which everything has its place. */
export interface PlacedDiagram {
  readonly diagram: Diagram;
  readonly containers: readonly PlacedContainer[];
  /** `open`: all are open. `closed`: none is. Else the id of the only one that is open. */
  readonly forms: Readonly<Record<string, DiagramForm>>;
}

/** Sizes of what is drawn. Pixels. */
export const SIZES = {
  action: { width: 216, height: 44 },
  closed: { width: 216, height: 52 },
  dot: 14,
  way: { height: 20, most: 216, padding: 9 },
  font: 12,
  /** Room for the title of a container. */
  title: 34,
  margin: 14,
} as const;

const common: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.spacing.edgeNode': '12',
  'elk.spacing.edgeEdge': '8',
  'elk.spacing.nodeNode': '22',
};

/** The order of the text is the order of the ways from left to right, so a small change of a flow is a small change here. */
const inside: LayoutOptions = {
  ...common,
  'elk.direction': 'DOWN',
  'elk.layered.spacing.nodeNodeBetweenLayers': '26',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.crossingMinimization.forceNodeModelOrder': 'true',
  'elk.layered.thoroughness': '1',
  'elk.layered.nodePlacement.bk.edgeStraightening': 'IMPROVE_STRAIGHTNESS',
  'elk.padding': `[top=${SIZES.title},left=${SIZES.margin},bottom=${SIZES.margin},right=${SIZES.margin}]`,
};

const between: LayoutOptions = {
  ...common,
  'elk.direction': 'RIGHT',
  'elk.layered.spacing.nodeNodeBetweenLayers': '48',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.thoroughness': '1',
  'elk.padding': '[top=16,left=16,bottom=16,right=16]',
};

let engine: InstanceType<typeof ELK> | undefined;

/** The layout runs in this process. Loading it takes longer than a small layout, so it is kept. */
const layout = (graph: ElkNode): Promise<ElkNode> => (engine ??= new ELK()).layout(graph);

/**
 * Gives everything in a diagram its place. The contents are laid out once, the containers once for each form.
 *
 * @param which the only form that is needed @default all
 */
export async function placeDiagram(diagram: Diagram, which?: readonly ['open']): Promise<PlacedDiagram> {
  const containers: PlacedContainer[] = [];
  for (const container of diagram.containers) {
    containers.push({ container, content: await placeContent(container.content, container.name) });
  }
  const forms: Record<string, DiagramForm> = { open: await placeContainers(diagram, containers, () => true) };
  if (which) return { diagram, containers, forms };
  const ids = containers.map(({ container }) => container.id);
  forms['closed'] = await placeContainers(diagram, containers, () => false);
  for (const only of ids) forms[only] = await placeContainers(diagram, containers, (id) => id === only);
  return { diagram, containers, forms };
}

async function placeContent(content: Content, title: string): Promise<PlacedContent> {
  const { boxes, edges } = content;
  const inner = new Map<string, PlacedContent>();
  for (const { id, content: own, label } of boxes) if (own) inner.set(id, await placeContent(own, label));
  const sizes = new Map(boxes.map((box) => [box.id, sizeOf(box, inner.get(box.id))]));
  const graph = chainGraph(content, sizes);
  const {
    children = [],
    edges: routed = [],
    ...size
  } = await layout({
    id: 'content',
    layoutOptions: inside,
    ...graph,
  });
  const places = placesOf(graph.chains, sizes, new Map(children.map((child) => [child.id, child])));
  const routes = new Map((routed as ElkExtendedEdge[]).map((edge) => [edge.id, pointsOf(edge)]));
  const titleWidth = Math.min(textWidth(title, SIZES.font) + 60, SIZES.action.width);
  return {
    width: Math.max(size.width ?? 0, titleWidth),
    height: size.height ?? 0,
    boxes: boxes.map((box) => ({ box, ...(places.get(box.id) ?? NOWHERE), content: inner.get(box.id) })),
    edges: edges.map((edge, i) => ({
      edge,
      points: routes.get(`e${i}`) ?? straight(places.get(edge.from) ?? NOWHERE, places.get(edge.to) ?? NOWHERE),
    })),
  };
}

interface BoxPlace extends Point, Size {}

const NOWHERE: BoxPlace = { x: 0, y: 0, width: 0, height: 0 };

/** Between two boxes of a chain. */
const CHAIN_GAP = 24;

type Sizes = ReadonlyMap<string, Size>;

function sizeOfChain(chain: Chain, sizes: Sizes): Size {
  const all = chain.map(({ id }) => sizes.get(id) ?? NOWHERE);
  return {
    width: Math.max(...all.map(({ width }) => width)),
    height: all.reduce((sum, { height }) => sum + height, CHAIN_GAP * (chain.length - 1)),
  };
}

/** A content as the layout gets it: a node for each chain. */
interface ChainGraph {
  readonly chains: readonly Chain[];
  readonly children: ElkNode[];
  readonly edges: ElkExtendedEdge[];
}

/**
 * Edges enter a chain at its first box and leave it at its last. Without ports, an edge that leads back would leave at
 * the wrong end.
 */
function chainGraph(content: Content, sizes: Sizes): ChainGraph {
  const { chains, between: outer } = chainsOf(content);
  const chainOf = new Map(chains.flatMap((chain) => chain.map(({ id }) => [id, chain] as const)));
  const ports = new Map<string, ElkPort[]>();
  const end = (id: string, edge: number, side: 'NORTH' | 'SOUTH'): string => {
    const chain = chainOf.get(id);
    if (!chain || chain.length === 1) return id;
    const own = ports.get(chain[0].id) ?? [];
    ports.set(chain[0].id, own);
    const port = portOf(chain, sizeOfChain(chain, sizes), side, edge);
    if (!own.some((known) => known.id === port.id)) own.push(port);
    return port.id;
  };
  const edges = outer.map((i): ElkExtendedEdge => {
    const { from = '', to = '' } = content.edges[i] ?? {};
    return { id: `e${i}`, sources: [end(from, i, 'SOUTH')], targets: [end(to, i, 'NORTH')] };
  });
  const children = chains.map((chain): ElkNode => {
    const node = { id: chain[0].id, ...sizeOfChain(chain, sizes) };
    const own = ports.get(node.id);
    if (!own) return node;
    const constraints = endsAreWide(chain) ? 'FIXED_SIDE' : 'FIXED_POS';
    return { ...node, ports: own, layoutOptions: { 'elk.portConstraints': constraints } };
  });
  return { chains, children, edges };
}

const endsAreWide = (chain: Chain): boolean => isWide(chain[0]) && isWide(chain.at(-1) ?? chain[0]);

/** A small box at the end of a chain is narrower than the chain, so all its edges meet in the middle. */
function portOf(chain: Chain, { width, height }: Size, side: 'NORTH' | 'SOUTH', edge: number): ElkPort {
  const id = `${side} ${chain[0].id}`;
  const layoutOptions = { 'elk.port.side': side };
  if (endsAreWide(chain)) return { id: `${id} ${edge}`, layoutOptions };
  return { id, x: width / 2, y: side === 'NORTH' ? 0 : height, layoutOptions };
}

/** The place of every box: the boxes of a chain stand in the middle, one below the other. */
function placesOf(
  chains: readonly Chain[],
  sizes: Sizes,
  placed: ReadonlyMap<string, ElkNode>,
): ReadonlyMap<string, BoxPlace> {
  const places = new Map<string, BoxPlace>();
  for (const chain of chains) {
    const { x = 0, y = 0, width: whole = 0 } = placed.get(chain[0].id) ?? {};
    let top = y;
    for (const { id } of chain) {
      const { width, height } = sizes.get(id) ?? NOWHERE;
      places.set(id, { x: x + (whole - width) / 2, y: top, width, height });
      top += height + CHAIN_GAP;
    }
  }
  return places;
}

const straight = (from: BoxPlace, to: BoxPlace): readonly Point[] => [
  { x: from.x + from.width / 2, y: from.y + from.height },
  { x: to.x + to.width / 2, y: to.y },
];

type Size = Pick<PlacedBox, 'width' | 'height'>;

function sizeOf({ shape, label }: Box, content: PlacedContent | undefined): Size {
  if (content) return { width: content.width, height: content.height };
  if (shape === 'enter' || shape === 'off' || shape === 'turn') return { width: SIZES.dot, height: SIZES.dot };
  if (shape !== 'way') return SIZES.action;
  const { height, most, padding } = SIZES.way;
  return { width: Math.min(textWidth(label, SIZES.font - 1) + 2 * padding, most), height };
}

async function placeContainers(
  { edges, hasError }: Diagram,
  containers: readonly PlacedContainer[],
  isOpen: (id: string) => boolean,
): Promise<DiagramForm> {
  const dots = ['start', ...(hasError ? ['error'] : [])].filter((id) => edges.some(({ from }) => from === id));
  const {
    children = [],
    edges: routed = [],
    width = 0,
    height = 0,
  } = await layout({
    id: 'containers',
    layoutOptions: between,
    children: [
      ...dots.map((id) => ({ id, width: DOT_WIDTH, height: 24 })),
      ...containers.map(({ container: { id }, content }) => ({
        id,
        ...(isOpen(id) ? { width: content.width, height: content.height } : SIZES.closed),
      })),
    ],
    edges: edges.map(({ from, to }: ContainerEdge, i) => ({ id: `e${i}`, sources: [from], targets: [to] })),
  });
  const routes = new Map((routed as ElkExtendedEdge[]).map((edge) => [edge.id, pointsOf(edge)]));
  return {
    width,
    height,
    places: Object.fromEntries(
      children.map(({ id, x = 0, y = 0, width: w = 0, height: h = 0 }) => [id, { x, y, width: w, height: h }]),
    ),
    edges: edges.map((_, i) => routes.get(`e${i}`) ?? []),
  };
}

/** Room for the words `start` and `error`. */
const DOT_WIDTH = 56;

const pointsOf = ({ sections = [] }: ElkExtendedEdge): readonly Point[] =>
  sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]);
