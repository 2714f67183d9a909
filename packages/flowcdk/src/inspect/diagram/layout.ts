import ELK, { type ElkExtendedEdge, type ElkNode, type ElkPort, type LayoutOptions } from 'elkjs/lib/elk.bundled.js';
import { type Block, type Blocks, blocksOf, type Places, type Point, type Size } from './blocks';
import type { Box, BoxEdge, ContainerEdge, Content, Diagram, DiagramContainer } from './diagram';
import { textWidth } from './text-width';

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
  const blocks = blocksOf(content, (box) => sizeOf(box, inner.get(box.id)));
  const { places, width, height } = blocks.between.length === 0 ? sideBySide(blocks.blocks) : await placeBlocks(blocks);
  const titleWidth = Math.min(textWidth(title, SIZES.font) + 60, SIZES.action.width);
  return {
    width: Math.max(width, titleWidth),
    height,
    boxes: boxes.map((box) => ({ box, ...(places.boxes.get(box.id) ?? NOWHERE), content: inner.get(box.id) })),
    edges: edges.map((edge, i) => ({ edge, points: places.edges.get(i) ?? [] })),
  };
}

const NOWHERE: Point & Size = { x: 0, y: 0, width: 0, height: 0 };

/** Everything of a content at its place. */
interface PlacedBlocks extends Size {
  readonly places: Places;
}

/** Blocks that no edge joins. Usually there is one. */
function sideBySide(blocks: readonly Block[]): PlacedBlocks {
  const places: Places = { boxes: new Map(), edges: new Map() };
  const { title, margin } = SIZES;
  let x: number = margin;
  for (const { left, right, place } of blocks) {
    place(x + left, title, places);
    x += left + right + margin;
  }
  const tallest = blocks.reduce((most, { height }) => Math.max(most, height), 0);
  return { places, width: x, height: title + tallest + margin };
}

/** The layout engine places the blocks and draws the edges between them. */
async function placeBlocks({ blocks, between }: Blocks): Promise<PlacedBlocks> {
  const port = (block: number, side: 'NORTH' | 'SOUTH'): string => `${side} ${block}`;
  const {
    children = [],
    edges = [],
    width = 0,
    height = 0,
  } = await layout({
    id: 'content',
    layoutOptions: inside,
    children: blocks.map((block, i): ElkNode => {
      const { left: x, height: y } = block;
      const portAt = (side: 'NORTH' | 'SOUTH'): ElkPort => ({
        id: port(i, side),
        x,
        y: side === 'NORTH' ? 0 : y,
        layoutOptions: { 'elk.port.side': side },
      });
      return {
        id: String(i),
        width: block.left + block.right,
        height: y,
        ports: [portAt('NORTH'), portAt('SOUTH')],
        layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
      };
    }),
    edges: between.map(({ edge, from, to }) => ({
      id: String(edge),
      sources: [port(from, 'SOUTH')],
      targets: [port(to, 'NORTH')],
    })),
  });
  const tails = new Map(between.map(({ edge, from }) => [String(edge), blocks[from]?.tail ?? 0]));
  const places: Places = {
    boxes: new Map(),
    edges: new Map(
      (edges as ElkExtendedEdge[]).map((edge) => {
        const [first, ...rest] = pointsOf(edge);
        return [Number(edge.id), first ? [{ ...first, y: first.y - (tails.get(edge.id) ?? 0) }, ...rest] : []];
      }),
    ),
  };
  for (const { id, x = 0, y = 0 } of children) {
    const block = blocks[Number(id)];
    block?.place(x + block.left, y, places);
  }
  return { places, width, height };
}

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
