import ELK, { type ElkExtendedEdge, type ElkNode, type LayoutOptions } from 'elkjs/lib/elk.bundled.js';
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

async function placeContent({ boxes, edges }: Content, title: string): Promise<PlacedContent> {
  const inner = new Map<string, PlacedContent>();
  for (const { id, content, label } of boxes) if (content) inner.set(id, await placeContent(content, label));
  const {
    children = [],
    edges: routed = [],
    width = 0,
    height = 0,
  } = await layout({
    id: 'content',
    layoutOptions: inside,
    children: boxes.map((box) => ({ id: box.id, ...sizeOf(box, inner.get(box.id)) })),
    edges: edges.map(({ from, to }, i) => ({ id: `e${i}`, sources: [from], targets: [to] })),
  });
  const places = new Map(children.map((child) => [child.id, child]));
  const routes = new Map((routed as ElkExtendedEdge[]).map((edge) => [edge.id, pointsOf(edge)]));
  const titleWidth = Math.min(textWidth(title, SIZES.font) + 60, SIZES.action.width);
  return {
    width: Math.max(width, titleWidth),
    height,
    boxes: boxes.map((box) => {
      const { x = 0, y = 0, width: w = 0, height: h = 0 } = places.get(box.id) ?? {};
      return { box, x, y, width: w, height: h, content: inner.get(box.id) };
    }),
    edges: edges.map((edge, i) => ({ edge, points: routes.get(`e${i}`) ?? [] })),
  };
}

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
