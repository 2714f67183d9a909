import type { Box, Content, Diagram } from '../diagram/diagram';
import type { FlowModel } from '../flow/flow-model';
import { kindName } from '../flow/kind-names';
import { oneLine } from './outline';

/** A flow as a Mermaid flowchart, which GitHub, GitLab and many wikis draw. */
export function mermaidOf({ containers, edges }: Diagram, { name }: FlowModel): string {
  const lines = [
    `%% ${oneLine(name.replace(/[^\p{L}\p{N} .,:/()+=-]/gu, ' '))}`,
    'flowchart TD',
    ...containers.flatMap(({ id, kind, name: label, content }) => [
      `  subgraph ${id}[${quoted(`${kindName(kind)} ${label}`)}]`,
      ...contentLines(content, '    '),
      '  end',
    ]),
  ];
  for (const beginning of ['start', 'error']) {
    if (edges.some(({ from }) => from === beginning)) lines.push(`  ${beginning}([${beginning}])`);
  }
  // Mermaid cannot draw to an empty container, and it needs none.
  const drawn = new Set(containers.filter(({ content }) => content.boxes.length > 0).map(({ id }) => id));
  for (const { from, to, ways } of edges) {
    const isDrawn = (id: string): boolean => drawn.has(id) || id === 'start' || id === 'error';
    if (isDrawn(from) && isDrawn(to)) lines.push(`  ${from} -. ${quoted(ways.join(', '))} .-> ${to}`);
  }
  lines.push(
    '  classDef failure stroke:#a3201a,stroke-dasharray:4 2',
    '  classDef timeout stroke:#7a5200,stroke-dasharray:2 2',
  );
  return `${lines.join('\n')}\n`;
}

function contentLines({ boxes, edges }: Content, indent: string): readonly string[] {
  return [
    ...boxes.flatMap((box) => boxLines(box, indent)),
    ...edges.map(({ from, to, tone }) => `${indent}${idOf(from)} ${tone === 'plain' ? '-->' : '-.->'} ${idOf(to)}`),
  ];
}

function boxLines(box: Box, indent: string): readonly string[] {
  const { id, shape, label, kind, key, tone, content } = box;
  if (content) {
    return [`${indent}subgraph ${idOf(id)}[${quoted(label)}]`, ...contentLines(content, `${indent}  `), `${indent}end`];
  }
  const text = key === undefined ? label : `${key}: ${label}`;
  switch (shape) {
    case 'enter':
    case 'off':
    case 'turn':
      return [`${indent}${idOf(id)}(( ))`];
    case 'way':
      return [`${indent}${idOf(id)}([${quoted(label)}])${tone === 'plain' ? '' : `:::${tone}`}`];
    default: {
      const what = kindName(kind);
      const title = quoted(what === text ? text : `${text}\n${what}`);
      return [`${indent}${idOf(id)}${kind === 'decision' ? `{${title}}` : `[${title}]`}`];
    }
  }
}

/** Mermaid reads `end` and punctuation as its own, so an id has only letters, digits and `_`. */
const idOf = (id: string): string =>
  id.replace(/[^\w]/g, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`);

/** A text in quotes. Mermaid reads HTML and Markdown in it, so everything but plain characters is written as a number. */
const quoted = (text: string): string =>
  `"${text
    .split('\n')
    .map((line) => line.replace(/[^\p{L}\p{N} .,:/()+=-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`))
    .join('<br/>')}"`;
