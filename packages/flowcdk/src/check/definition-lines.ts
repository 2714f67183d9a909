import type { Action } from '../architect/actions';
import type { FlowDefinition } from '../architect/flows/definition';
import type { SourceLine } from '../ground/source-line';
import { actionsOf } from '../architect/actions-of';
import { ORIGIN, sourceLine } from '../architect/origin';
import type { FlowFile } from './project';
import { yamlOf } from './yaml-of';

/** Which line of TypeScript a line of the YAML comes from. */
export type DefinitionLines = (line: number) => SourceLine | undefined;

const known = new WeakMap<FlowFile, DefinitionLines>();

/**
 * A flow that is defined in TypeScript is checked as the text that is uploaded. Both have the same actions in the same
 * order, so the n-th action of the one is the n-th of the other.
 */
export function definitionLines(definition: FlowDefinition, file: FlowFile): DefinitionLines {
  let lines = known.get(file);
  if (!lines) known.set(file, (lines = linesOf(definition, file)));
  return lines;
}

function linesOf(definition: FlowDefinition, { flow, lines }: FlowFile): DefinitionLines {
  const defined = actionsOf(definition.tree);
  const written = flow && flow.kind !== 'unknown' ? actionsOf(flow) : [];
  const whole = sourceLine(definition[ORIGIN]);
  if (defined.length !== written.length) return () => whole;
  const starts = written.map((action) => lines.positionAt(startOf(action)).line);
  return (line) => {
    const nth = starts.findLastIndex((start) => start <= line);
    return sourceLine(defined[nth]?.[ORIGIN]) ?? whole;
  };
}

const startOf = (action: Action): number => yamlOf(action)?.offset ?? 0;
