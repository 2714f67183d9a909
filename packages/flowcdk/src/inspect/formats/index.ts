import type { FlowFile } from '../../check/project';
import { buildDiagram } from '../diagram/build-diagram';
import { placeDiagram } from '../diagram/layout';
import { standaloneSvg } from '../diagram/svg';
import type { FlowModel } from '../flow/flow-model';
import { markdownOf } from './markdown';
import { mermaidOf } from './mermaid';

/** The texts into which a flow can be turned, for pull requests and wikis. */
export const formatNames = ['svg', 'mermaid', 'markdown', 'json'] as const;

export type FormatName = (typeof formatNames)[number];

/** A flow in a format. Undefined for a diagram of a file that holds no flow. */
export async function formatFlow(format: FormatName, file: FlowFile, model: FlowModel): Promise<string | undefined> {
  const { flow } = file;
  const diagram = flow && flow.kind !== 'unknown' ? buildDiagram(flow, model) : undefined;
  switch (format) {
    case 'json':
      return `${JSON.stringify(model, null, 2)}\n`;
    case 'markdown':
      return markdownOf(model, diagram);
    case 'mermaid':
      return diagram && mermaidOf(diagram, model);
    case 'svg':
      return diagram && standaloneSvg(await placeDiagram(diagram), model);
  }
}
