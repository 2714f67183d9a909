import { flowKinds, isFlowKind } from '../ground/flow-kinds';
import { attachComments } from '../architect/yaml/attach-comments';
import { findComments } from '../architect/yaml/comments';
import { MAX_CHARACTERS } from '../architect/yaml/limits';
import { keyName, mapping, type YamlEntry, type YamlNode } from '../architect/yaml/node';
import { holdsPlaceholder } from '../architect/yaml/placeholder';
import { LineIndex, parseYaml } from '../architect/yaml/parse';
import { printYaml } from '../architect/yaml/print';
import type { Finding } from '../ground/finding';
import { arrange } from './arrange';
import { modelOfFlow } from './model';
import { cannotKeep, emptyFlow, noFlow, notYaml, placeholderInList, repeatedPart, tooLarge } from './unformattable';
import { difference } from './same-meaning';

/** The canonical text, or why there is none. */
export type FormattedText =
  | { readonly text: string; readonly findings?: undefined }
  | { readonly text?: undefined; readonly findings: readonly Finding[] };

/**
 * Architect YAML in canonical form: the key order and quoting of Architect's exporter, expressions as they were, LF.
 * The data stays the same, and so do the comments; formatting a second time changes nothing.
 *
 * ```ts
 * formatText("workflow: {startUpRef: './states/state[a]', name: 'A'}", 'flow.yaml').text
 * ```
 * ```yaml
 * workflow:
 *   name: A
 *   startUpRef: "./states/state[a]"
 * ```
 */
export function formatText(source: string, file: string): FormattedText {
  const lines = new LineIndex(source);
  const at = (offset: number) => ({ file, ...lines.positionAt(offset) });
  const { root, problems } = parseYaml(source);
  const faults = problems.filter(({ kind }) => kind !== 'placeholder');
  if (root === undefined || faults.length > 0) {
    return { findings: faults.map(({ message, offset }) => notYaml(message, at(offset))) };
  }
  const repeated = firstRepeated(root);
  if (repeated !== undefined) return { findings: [repeatedPart(at(repeated.offset))] };
  const listed = firstListed(root, source);
  if (listed !== undefined) return { findings: [placeholderInList(at(listed.offset))] };
  const flow = onlyEntry(root);
  if (flow === undefined || !isFlowKind(keyName(flow.key))) {
    return { findings: [noFlow(rootKeys(root), flowKinds, at(root.offset))] };
  }
  if (flow.value.kind !== 'mapping') return { findings: [emptyFlow(keyName(flow.key), at(flow.value.offset))] };

  const text = canonical(root, flow, source);
  if (text.length > MAX_CHARACTERS) return { findings: [tooLarge(text.length, MAX_CHARACTERS, at(0))] };
  const lost = whatIsLost(root, source, text);
  return lost === undefined ? { text } : { findings: [cannotKeep(lost, at(0))] };
}

const onlyEntry = (root: YamlNode): YamlEntry | undefined =>
  root.kind === 'mapping' && root.entries.length === 1 ? root.entries[0] : undefined;

const rootKeys = (root: YamlNode): readonly string[] =>
  root.kind === 'mapping' ? root.entries.map(({ key }) => keyName(key)) : [];

function canonical(root: YamlNode, { key, value }: YamlEntry, source: string): string {
  const kind = keyName(key);
  const model = isFlowKind(kind) ? modelOfFlow(kind, value) : undefined;
  const comments = attachComments(root, source);
  const arranged = arrange(root, model && mapping([[kind, model]]), comments);
  return printYaml(arranged.root, { comments: arranged.comments });
}

/** An alias is the node of its anchor a second time. */
function firstRepeated(root: YamlNode): YamlNode | undefined {
  const seen = new Set<YamlNode>();
  return firstNode(root, (node) => {
    const { size } = seen;
    return seen.add(node).size === size;
  });
}

/** A placeholder that is an item of a list in brackets. */
const firstListed = (root: YamlNode, source: string): YamlNode | undefined =>
  firstNode(root, (node) => node.kind === 'sequence' && source[node.offset] === '[' && node.items.some(isBare));

const isBare = (node: YamlNode): boolean =>
  node.kind === 'scalar' &&
  typeof node.value === 'string' &&
  holdsPlaceholder(node.value) &&
  node.text !== undefined &&
  !/^["']/.test(node.text);

function firstNode(node: YamlNode, isWanted: (node: YamlNode) => boolean): YamlNode | undefined {
  if (isWanted(node)) return node;
  for (const child of childrenOf(node)) {
    const node = firstNode(child, isWanted);
    if (node !== undefined) return node;
  }
  return undefined;
}

function childrenOf(node: YamlNode): readonly YamlNode[] {
  if (node.kind === 'mapping') return node.entries.flatMap(({ key, value }) => [key, value]);
  return node.kind === 'sequence' ? node.items : [];
}

/**
 * Reads the formatted text again and compares, so that a defect here never costs a user a line. A file that would lose
 * something is refused.
 */
function whatIsLost(root: YamlNode, source: string, text: string): string | undefined {
  const again = parseYaml(text).root;
  const path = again === undefined ? '' : difference(root, again);
  if (path !== undefined) return path === '' ? 'the whole' : path;
  const kept = new Map<string, number>();
  for (const comment of findComments(text)) kept.set(comment.text, (kept.get(comment.text) ?? 0) + 1);
  return findComments(source)
    .map((comment) => comment.text)
    .filter((comment) => {
      const left = kept.get(comment) ?? 0;
      kept.set(comment, left - 1);
      return left <= 0;
    })
    .map((comment) => `the comment ${comment}`)[0];
}
