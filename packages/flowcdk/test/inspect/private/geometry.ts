import type { Point } from '../../../src/inspect/diagram/blocks';
import type { DiagramForm, PlacedContent, PlacedDiagram } from '../../../src/inspect/diagram/layout';

interface Rectangle {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Lines may touch a side, and figures are not exact. */
const TOUCH = 0.6;

/** What is wrong with the geometry of a diagram in all its forms: boxes over boxes, edges through boxes. */
export const geometryProblems = ({ containers, forms, diagram }: PlacedDiagram): readonly string[] => [
  ...containers.flatMap(({ container, content }) => contentProblems(content, container.name)),
  ...Object.entries(forms).flatMap(([name, form]) =>
    formProblems(
      form,
      diagram.edges.map(({ from, to }) => [from, to] as const),
      `form ${name}`,
    ),
  ),
];

function contentProblems({ width, height, boxes, edges }: PlacedContent, where: string): readonly string[] {
  const rectangles = boxes.map(({ box, ...place }) => ({ id: box.id, ...place }));
  return [
    ...overlaps(rectangles, where),
    ...rectangles
      .filter(
        (box) => box.x < 0 || box.y < 0 || box.x + box.width > width + TOUCH || box.y + box.height > height + TOUCH,
      )
      .map(({ id }) => `${where}: ${id} lies outside`),
    ...edges.flatMap(({ edge: { from, to }, points }) => edgeProblems(from, to, points, rectangles, where)),
    ...boxes.flatMap(({ box, content }) => (content ? contentProblems(content, `${where} / ${box.label}`) : [])),
  ];
}

function formProblems(
  { places, edges }: DiagramForm,
  ends: readonly (readonly [from: string, to: string])[],
  where: string,
): readonly string[] {
  const rectangles = Object.entries(places).map(([id, place]) => ({ id, ...place }));
  return [
    ...overlaps(rectangles, where),
    ...ends.flatMap(([from, to], i) => edgeProblems(from, to, edges[i] ?? [], rectangles, where)),
  ];
}

const overlaps = (rectangles: readonly Rectangle[], where: string): readonly string[] =>
  rectangles.flatMap((a, i) =>
    rectangles
      .slice(i + 1)
      .filter((b) => a.x + a.width > b.x + TOUCH && b.x + b.width > a.x + TOUCH)
      .filter((b) => a.y + a.height > b.y + TOUCH && b.y + b.height > a.y + TOUCH)
      .map((b) => `${where}: ${a.id} lies over ${b.id}`),
  );

function edgeProblems(
  from: string,
  to: string,
  points: readonly Point[],
  rectangles: readonly Rectangle[],
  where: string,
): readonly string[] {
  const name = `${where}: ${from} → ${to}`;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [`${name} has no line`];
  return [
    ...(isAt(
      first,
      rectangles.find(({ id }) => id === from),
    )
      ? []
      : [`${name} does not begin at its box`]),
    ...(isAt(
      last,
      rectangles.find(({ id }) => id === to),
    )
      ? []
      : [`${name} does not end at its box`]),
    ...points.slice(1).flatMap((point, i) => {
      const before = points[i] as Point;
      const slanted = Math.abs(before.x - point.x) > TOUCH && Math.abs(before.y - point.y) > TOUCH;
      const crossed = rectangles.filter((box) => crosses(before, point, box)).map(({ id }) => `${name} crosses ${id}`);
      return slanted ? [`${name} is slanted`, ...crossed] : crossed;
    }),
  ];
}

/** Whether a horizontal or vertical line passes through the inside of a box. */
const crosses = (a: Point, b: Point, { x, y, width, height }: Rectangle): boolean =>
  Math.max(a.x, b.x) > x + TOUCH &&
  Math.min(a.x, b.x) < x + width - TOUCH &&
  Math.max(a.y, b.y) > y + TOUCH &&
  Math.min(a.y, b.y) < y + height - TOUCH;

const isAt = ({ x, y }: Point, box: Rectangle | undefined): boolean =>
  box !== undefined &&
  x >= box.x - TOUCH &&
  x <= box.x + box.width + TOUCH &&
  y >= box.y - TOUCH &&
  y <= box.y + box.height + TOUCH;
