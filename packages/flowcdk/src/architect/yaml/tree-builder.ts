import { COLLECTION_STYLE, EVENT_ID, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import type { DocumentEvent, Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';
import { Anchors } from './anchors';
import { Frame } from './frame';
import { keyName, mapping, scalar, sequence, type YamlNode, type YamlScalar } from './node';
import { plainValue } from './plain-scalar';
import { holdsPlaceholder, placeholderAt, placeholderIn, placeholderProblem } from './placeholder';
import { LineIndex } from './position';
import { type PlacedProblem } from './problem';
import { valueText } from './scalar-text';
import { beforeBlank, blockScalarStart, pastBracket, pastIndicator } from './source-scan';
import { isCollectionTag, taggedData } from './tags';
import { templateText } from './template-text';
import { compoundKey, duplicateKey, secondDocument, unknownTag } from './tree-problems';

export interface BuiltTree {
  readonly root?: YamlNode;
  readonly problems: PlacedProblem[];
}

/** Builds the tree of the first document in a stream of js-yaml's events, with all its problems. */
export function buildTree(source: string, events: readonly Event[]): BuiltTree {
  return new TreeBuilder(source).build(events);
}

class TreeBuilder {
  private readonly problems: PlacedProblem[] = [];
  private readonly frames: Frame[] = [];
  private readonly anchors = new Anchors();
  private readonly lines: LineIndex;
  private root: YamlNode | undefined;
  private document: DocumentEvent | undefined;
  /** The end of the read text. Searches for places without an event start here. */
  private cursor = 0;

  constructor(private readonly source: string) {
    this.lines = new LineIndex(source);
  }

  build(events: readonly Event[]): BuiltTree {
    for (const event of events) {
      if (event.type === EVENT_ID.DOCUMENT && this.document !== undefined) {
        this.problems.push(secondDocument(this.source, this.cursor));
        break;
      }
      this.read(event);
    }
    return this.root === undefined ? { problems: this.problems } : { root: this.root, problems: this.problems };
  }

  private read(event: Event): void {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        this.document = event;
        if (event.explicitStart) this.cursor = markerEnd(this.source);
        return;
      case EVENT_ID.SCALAR:
        return this.scalar(event);
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        return this.open(event);
      case EVENT_ID.ALIAS:
        return this.alias(event.anchorStart, event.anchorEnd);
      case EVENT_ID.POP:
        return this.close();
    }
  }

  private scalar(event: ScalarEvent): void {
    const plain = this.asTemplate(event, this.untagged(event));
    const node =
      event.tagStart === -1 || this.document === undefined ? plain : this.tagged(event, this.document, plain);
    if (node.end > this.cursor) this.cursor = node.end;
    if (event.anchorStart !== -1) this.anchors.set(this.anchorName(event), node);
    this.add(node);
  }

  private untagged(event: ScalarEvent): YamlScalar {
    const { valueStart, valueEnd } = event;
    const from = Math.max(this.cursor, event.anchorEnd, event.tagEnd);
    if (valueStart === -1) {
      const offset = pastIndicator(this.source, from);
      return { kind: 'scalar', value: null, text: '', offset, end: offset };
    }
    const value = getScalarValue(this.source, event);
    switch (event.style) {
      case SCALAR_STYLE.PLAIN:
        return plainScalar(value, valueStart, valueEnd);
      case SCALAR_STYLE.SINGLE_QUOTED:
      case SCALAR_STYLE.DOUBLE_QUOTED:
        return { kind: 'scalar', value, offset: valueStart - 1, end: valueEnd + 1 };
      default: {
        const offset = blockScalarStart(this.source, from, valueStart);
        return { kind: 'scalar', value, offset, end: beforeBlank(this.source, offset, valueEnd) };
      }
    }
  }

  /** Keeps the notation of a scalar with a placeholder, because the notation decides what the value becomes. */
  private asTemplate(event: ScalarEvent, node: YamlScalar): YamlScalar {
    if (typeof node.value !== 'string' || !holdsPlaceholder(node.value)) return node;
    const text = templateText(this.source, event, node.offset);
    const isYaml =
      event.style !== SCALAR_STYLE.PLAIN ||
      (!text.startsWith('{') && !this.frames.some((frame) => frame.event.style === COLLECTION_STYLE.FLOW));
    const problem = isYaml ? undefined : placeholderIn(this.source.slice(node.offset, node.end), node.offset);
    if (problem !== undefined) this.problems.push(problem);
    return { ...node, text };
  }

  private tagged(event: ScalarEvent, document: DocumentEvent, plain: YamlScalar): YamlNode {
    const tag = this.source.slice(event.tagStart, event.tagEnd);
    const place = { offset: event.tagStart, end: Math.max(plain.end, event.tagEnd) };
    const written = getScalarValue(this.source, event);
    const data = taggedData(tag, written, document);
    if (data === undefined) this.problems.push(unknownTag(tag, event.tagStart));
    if (Array.isArray(data)) return { ...sequence([]), ...place };
    if (typeof data === 'object' && data !== null) return { ...mapping([]), ...place };
    if (typeof data === 'string' && typeof plain.value === 'string' && plain.text !== undefined) {
      return { ...plain, ...place, text: `${tag} ${plain.text}` };
    }
    const node = plainScalar(written, place.offset, place.end);
    if (data === undefined || Object.is(node.value, data)) return node;
    return { ...scalar(data as YamlScalar['value']), ...place };
  }

  private open(event: SequenceEvent | MappingEvent): void {
    if (event.tagStart !== -1) this.checkTag(event);
    if (event.anchorStart !== -1) this.anchors.open(this.anchorName(event));
    const start = isBracketed(this.source, event) ? event.start + 1 : event.start;
    if (start > this.cursor) this.cursor = start;
    this.frames.push(new Frame(event));
  }

  private checkTag(event: SequenceEvent | MappingEvent): void {
    const tag = this.source.slice(event.tagStart, event.tagEnd);
    if (this.document !== undefined && !isCollectionTag(tag, event, this.document)) {
      this.problems.push(unknownTag(tag, event.tagStart));
    }
  }

  private close(): void {
    const frame = this.frames.pop();
    if (frame === undefined) return;
    const node = this.placeholder(frame.event) ?? this.collection(frame);
    this.cursor = node.end;
    if (frame.event.anchorStart !== -1) this.anchors.set(this.anchorName(frame.event), node);
    this.add(node);
  }

  /**
   * The node of a finished list or mapping. Grown arrays keep spare room, so the tree, which lives longer, gets copies
   * of the right size.
   */
  private collection({ event, items, entries }: Frame): YamlNode {
    const offset = event.start;
    if (event.type === EVENT_ID.SEQUENCE) {
      const end = isBracketed(this.source, event) ? pastBracket(this.source, this.cursor, ']') : this.cursor;
      return { kind: 'sequence', items: items.slice(), offset, end };
    }
    const end = isBracketed(this.source, event) ? pastBracket(this.source, this.cursor, '}') : this.cursor;
    return { kind: 'mapping', entries: entries.slice(), offset, end };
  }

  /** A placeholder stays in the tree as text, so that the rest can be read and checked. */
  private placeholder(event: SequenceEvent | MappingEvent): YamlScalar | undefined {
    const placeholder = isBracketed(this.source, event) ? placeholderAt(this.source, event.start) : undefined;
    if (placeholder === undefined) return undefined;
    this.problems.push(placeholderProblem(placeholder, event.start));
    const end = event.start + placeholder.length;
    return { kind: 'scalar', value: placeholder, text: placeholder, offset: event.start, end };
  }

  private alias(start: number, end: number): void {
    this.cursor = end;
    const anchored = this.anchors.use(this.source.slice(start, end), this.frames.length);
    if ('message' in anchored)
      this.problems.push({ message: anchored.message, offset: start - 1, length: end - start + 1 });
    this.add('node' in anchored ? anchored.node : { kind: 'scalar', value: null, offset: start - 1, end });
  }

  private add(node: YamlNode): void {
    const frame = this.frames[this.frames.length - 1];
    if (frame === undefined) this.root = node;
    else if (frame.event.type === EVENT_ID.SEQUENCE) frame.items.push(node);
    else if (frame.skipsValue) frame.skipsValue = false;
    else if (frame.key === undefined) this.addKey(frame, node);
    else {
      frame.add(frame.key, node);
      frame.key = undefined;
    }
  }

  private addKey(frame: Frame, node: YamlNode): void {
    if (node.kind !== 'scalar') {
      frame.skipsValue = true;
      // The inside of a placeholder looks like this. It is reported at its outer closing brace.
      const inPlaceholder = isBracketed(this.source, frame.event) && placeholderAt(this.source, frame.event.start);
      if (!inPlaceholder) this.problems.push(compoundKey(node));
      return;
    }
    const first = frame.keyNamed(keyName(node));
    if (first === undefined) frame.key = node;
    else {
      frame.skipsValue = true;
      this.problems.push(duplicateKey(first, node, this.lines));
    }
  }

  private anchorName(event: ScalarEvent | SequenceEvent | MappingEvent): string {
    return this.source.slice(event.anchorStart, event.anchorEnd);
  }
}

/** Some exports quote these words, others do not. A file keeps its notation. */
const YES_OR_NO = /^(?:yes|no)$/;

function plainScalar(written: string, offset: number, end: number): YamlScalar {
  const value = plainValue(written);
  if (YES_OR_NO.test(written)) return { kind: 'scalar', value, text: written, offset, end };
  if (typeof value === 'string' || valueText(value) === written) return { kind: 'scalar', value, offset, end };
  return { kind: 'scalar', value, text: written, offset, end };
}

/**
 * Whether a flow mapping or list has its own brackets. The pair in `[key: value]` is a flow mapping without brackets.
 */
function isBracketed(source: string, { type, style, start }: SequenceEvent | MappingEvent): boolean {
  return style === COLLECTION_STYLE.FLOW && source.charCodeAt(start) === (type === EVENT_ID.SEQUENCE ? 0x5b : 0x7b);
}

/** The end of the `---` line that opens a document. */
function markerEnd(source: string): number {
  const marker = /^\ufeff?---(?=\s|$)/m.exec(source);
  return marker === null ? 0 : marker.index + marker[0].length;
}
