import type { Tone } from '../flow/flow-model';

/** A box of a diagram. Boxes in it stand inside of it. */
export interface Box {
  /** `a12`, `c1`, or the place of a part that is no action: `w12-success`. */
  readonly id: string;
  readonly shape: 'action' | 'choice' | 'way' | 'enter' | 'off' | 'turn' | 'loop' | 'inline';
  readonly label: string;
  /** The key of the action in YAML, or the key of the telephone that chooses. */
  readonly kind: string;
  readonly key?: string | undefined;
  readonly tone: Tone;
  readonly content?: Content | undefined;
}

/** What stands in a container or box, with the edges between. */
export interface Content {
  readonly boxes: readonly Box[];
  readonly edges: readonly BoxEdge[];
}

/** An edge between two boxes of one content. */
export interface BoxEdge {
  readonly from: string;
  readonly to: string;
  readonly tone: Tone;
}

/** An outermost container of a flow. */
export interface DiagramContainer {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly content: Content;
}

/** How one container leads to another. */
export interface ContainerEdge {
  /** The id of a container, or `start` or `error`. */
  readonly from: string;
  readonly to: string;
  /** What leads there: `call`, `jump`, `start`, `choose`. */
  readonly ways: readonly string[];
  /** Ids of the actions and choices that lead there. */
  readonly actions: readonly string[];
}

/** The picture of a flow before anything has a place. */
export interface Diagram {
  readonly containers: readonly DiagramContainer[];
  readonly edges: readonly ContainerEdge[];
  readonly hasError: boolean;
}
