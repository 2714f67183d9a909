/*
 * Most of a flow is nested: an action, its ways side by side, and the action where they meet again. Such a part is a
 * block, which is placed here, top down. What is left for the layout engine are the few blocks whose edges lead back or
 * aside.
 */
import type { Box, BoxEdge, Content } from './diagram';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where boxes and edges stand. Edges are known by their places in `Content.edges`. */
export interface Places {
  readonly boxes: Map<string, Point & Size>;
  readonly edges: Map<number, readonly Point[]>;
}

/** A part of a content. It is entered above and left below, both on its axis. */
export interface Block {
  /** How far it reaches to the left and to the right of its axis. Pixels. */
  readonly left: number;
  readonly right: number;
  readonly height: number;
  /** How far above the lower end its last box ends. A line down begins there. */
  readonly tail: number;
  /**
   * @param x of the axis
   * @param y of the upper end
   * @param from where lines from the block before begin
   */
  readonly place: (x: number, y: number, into: Places, from?: number) => void;
}

/** The blocks of a content, and the edges that lead from one to another, by their places in `Content.edges`. */
export interface Blocks {
  readonly blocks: readonly Block[];
  readonly between: readonly { readonly edge: number; readonly from: number; readonly to: number }[];
}

/** Between two parts that follow each other, and above and below the ways of an action. */
const GAP = 26;
/** Between two ways side by side. */
const ASIDE = 22;
/** Where the line to several ways turns aside. */
const TURN = GAP / 2;
/** Room for a line that passes beside other ways. */
const LINE = 24;

/** Puts a content into as few blocks as it can. */
export function blocksOf({ boxes, edges }: Content, sizeOf: (box: Box) => Size): Blocks {
  const parts = new Map(boxes.map((box) => [box.id, new Part(boxBlock(box, sizeOf(box)))]));
  edges.forEach(({ from, to }: BoxEdge, edge) => {
    const [source, target] = [parts.get(from), parts.get(to)];
    if (source && target) connect({ edge, from: source, to: target });
  });
  let left = [...parts.values()];
  for (let before = Infinity; left.length < before;) {
    before = left.length;
    for (const part of left) if (!part.isGone) while (follow(part) || goOnBeside(part) || meet(part));
    left = left.filter(({ isGone }) => !isGone);
  }
  const places = new Map(left.map((part, i) => [part, i]));
  const between = left.flatMap((part, from) =>
    part.out.map(({ edge, to }) => ({ edge, from, to: places.get(to) ?? 0 })),
  );
  return { blocks: left.map((part) => seriesBlock(part.steps)), between };
}

interface Link {
  readonly edge: number;
  from: Part;
  readonly to: Part;
}

/** One of several blocks that follow each other. */
interface Step {
  readonly block: Block;
  /** The edge from the block before. Undefined before and after the ways of an action, which draw their own. */
  readonly edge?: number | undefined;
}

/** A block while it grows. */
class Part {
  #steps: readonly Step[] = [];
  #height = 0;
  out: Link[] = [];
  into: Link[] = [];
  isGone = false;

  constructor(block: Block) {
    this.add([{ block }]);
  }

  get steps(): readonly Step[] {
    return this.#steps;
  }

  get height(): number {
    return this.#height;
  }

  add(steps: readonly Step[]): void {
    this.#steps = this.#steps.concat(steps);
    this.#height += heightOf(steps);
  }

  /** Takes the steps and the ways out of another part, which is no part of its own any more. */
  absorb(other: Part, steps: readonly Step[] = other.steps): void {
    this.add(steps);
    this.out = other.out;
    for (const link of this.out) link.from = this;
    other.isGone = true;
  }

  leadsTo(part: Part): boolean {
    return this.out.some(({ to }) => to === part);
  }
}

const heightOf = (steps: readonly Step[]): number => {
  let sum = 0;
  for (const { block, edge } of steps) sum += block.height + (edge === undefined ? 0 : GAP);
  return sum;
};

function connect(link: Link): void {
  link.from.out.push(link);
  link.to.into.push(link);
}

const isDead = ({ into, out }: Part): boolean => into.length === 1 && out.length === 0;

/** One part after another: nothing else leads from the first or to the second. */
function follow(part: Part): boolean {
  const [link, ...others] = part.out;
  if (!link || others.length > 0 || link.to === part) return false;
  const { to, edge } = link;
  if (to.into.length > 1 || to.leadsTo(part)) return false;
  const [first, ...rest] = to.steps;
  part.absorb(to, first ? [{ ...first, edge }, ...rest] : []);
  return true;
}

/** Ways that all end, or meet again at one part to which nothing else leads. */
function meet(part: Part): boolean {
  if (part.out.length < 2) return false;
  const ways: Way[] = [];
  const passed: Part[] = [];
  let meeting: Part | undefined;
  for (const { edge, to } of part.out) {
    const [next] = to.out;
    const isWay = to.into.length === 1 && to.out.length <= 1 && next?.to !== part;
    const end = isWay ? next?.to : to;
    if (to === part || (end && meeting && end !== meeting)) return false;
    meeting ??= end;
    ways.push(isWay ? { edge, block: seriesBlock(to.steps), end: next?.edge } : { edge, end: edge });
    if (isWay) passed.push(to);
  }
  const meets = ways.filter(({ end }) => end !== undefined).length;
  if (meeting && (meets < 2 || meeting.into.length !== meets || meeting.leadsTo(part))) return false;
  part.add([{ block: waysBlock(ways) }]);
  for (const each of passed) each.isGone = true;
  if (meeting) part.absorb(meeting);
  else part.out = [];
  return true;
}

/** The only way that goes on; where all end, the one that is much longer than the others. */
function onwardOf(ways: readonly Link[]): Link | undefined {
  const onward = ways.filter(({ to }) => !isDead(to));
  if (onward.length > 0) return onward.length === 1 ? onward[0] : undefined;
  const heights = ways.map(({ to }) => to.height);
  const tallest = Math.max(...heights);
  const others = heights.filter((height) => height < tallest / 2);
  return others.length === ways.length - 1 ? ways[heights.indexOf(tallest)] : undefined;
}

/** All ways but one end. The flow goes on below them as soon as there is room. */
function goOnBeside(part: Part): boolean {
  const link = part.out.length < 2 ? undefined : onwardOf(part.out);
  if (!link) return false;
  const { to } = link;
  if (to.into.length > 1 || to === part || to.leadsTo(part)) return false;
  const tallest = Math.max(...part.out.map((way) => (way === link ? 0 : way.to.height)));
  const beside = countBeside(to.steps, tallest);
  const below = to.steps.slice(beside);
  const ways = part.out.map((way): Way => {
    if (way !== link) {
      way.to.isGone = true;
      return { edge: way.edge, block: seriesBlock(way.to.steps) };
    }
    return { edge: way.edge, block: seriesBlock(to.steps.slice(0, beside)), end: below[0]?.edge, isOnward: true };
  });
  const [first, ...rest] = below;
  part.add([{ block: waysBlock(ways) }]);
  part.absorb(to, first ? [{ block: first.block }, ...rest] : []);
  return true;
}

/** How many steps of the way that goes on stand beside ways of a height. What follows stands below. */
function countBeside(steps: readonly Step[], tallest: number): number {
  let height = 0;
  for (const [i, { block, edge }] of steps.entries()) {
    if (i > 0 && edge !== undefined && height >= tallest) return i;
    height += block.height + (edge === undefined ? 0 : GAP);
  }
  return steps.length;
}

function boxBlock({ id }: Box, { width, height }: Size): Block {
  return {
    left: width / 2,
    right: width / 2,
    height,
    tail: 0,
    place: (x, y, { boxes }) => void boxes.set(id, { x: x - width / 2, y, width, height }),
  };
}

function seriesBlock(steps: readonly Step[]): Block {
  const [only, ...others] = steps;
  if (only && others.length === 0) return only.block;
  return {
    left: steps.reduce((most, { block }) => Math.max(most, block.left), 0),
    right: steps.reduce((most, { block }) => Math.max(most, block.right), 0),
    height: heightOf(steps),
    tail: steps.at(-1)?.block.tail ?? 0,
    place: (x, y, into) => {
      let top = y;
      let tail = 0;
      for (const { block, edge } of steps) {
        if (edge !== undefined) {
          into.edges.set(edge, [
            { x, y: top - tail },
            { x, y: top + GAP },
          ]);
          top += GAP;
        }
        block.place(x, top, into, top - tail);
        top += block.height;
        tail = block.tail;
      }
    },
  };
}

/** A way out of an action. */
interface Way {
  readonly edge: number;
  /** What stands on it. Undefined where its line leads straight to where the ways meet. */
  readonly block?: Block | undefined;
  /** The edge to where the ways meet. */
  readonly end?: number | undefined;
  /** Whether the flow goes on below it, and below no other. */
  readonly isOnward?: true;
}

/** Ways side by side, with the lines to them from above and from them to where they meet. */
function waysBlock(ways: readonly Way[]): Block {
  const blocks = ways.map(({ block }) => block ?? { left: LINE / 2, right: LINE / 2, height: 0, tail: 0 });
  const tallest = Math.max(...blocks.map(({ height }) => height));
  const meets = ways.some(({ end }) => end !== undefined);
  // The axes of the ways, counted from the left side.
  let side = 0;
  const axes = blocks.map(({ left, right }) => {
    const axis = side + left;
    side += left + right + ASIDE;
    return axis;
  });
  const onward = ways.findIndex(({ isOnward }) => isOnward);
  const axis = onward >= 0 ? (axes[onward] ?? 0) : ((axes[0] ?? 0) + (axes.at(-1) ?? 0)) / 2;
  const bottom = GAP + tallest + (meets ? GAP : 0);
  const last = meets ? undefined : blocks[onward];
  return {
    left: axis,
    right: side - ASIDE - axis,
    height: bottom,
    tail: last ? tallest - last.height + last.tail : 0,
    place: (x, y, into, from = y) => {
      ways.forEach(({ edge, block, end }, i) => {
        const at = x - axis + (axes[i] ?? 0);
        const top = y + GAP;
        const bottomOfWay = top + (block ? block.height - block.tail : 0);
        const above = [{ x, y: from }, ...turned(x, at, y + TURN), { x: at, y: top }];
        const below = [{ x: at, y: bottomOfWay }, ...turned(at, x, y + bottom - TURN), { x, y: y + bottom }];
        block?.place(at, top, into);
        if (!block) into.edges.set(edge, [...above.slice(0, -1), ...below.slice(1)]);
        else {
          into.edges.set(edge, above);
          if (end !== undefined) into.edges.set(end, below);
        }
      });
    },
  };
}

/** The corners of a line that changes from one axis to another. */
const turned = (from: number, to: number, y: number): readonly Point[] =>
  Math.abs(from - to) < 0.01
    ? []
    : [
        { x: from, y },
        { x: to, y },
      ];
