import type { Diagram } from '../diagram/diagram';
import type { FlowModel } from '../flow/flow-model';
import { kindName } from '../flow/kind-names';
import { mermaidOf } from './mermaid';
import { oneLine, outlineOf } from './outline';

/** A flow as Markdown for a pull request: what it is, its outline, its variables, its findings and its diagram. */
export function markdownOf(model: FlowModel, diagram: Diagram | undefined): string {
  const { name, kind, description, file } = model;
  const parts = [
    `# ${plain(name)}`,
    ...(description === undefined || description === '' ? [] : [plain(description)]),
    `${kindName(kind)} flow, from ${code(file)}.`,
    '## Outline',
    outline(model),
    ...variables(model),
    ...attributes(model),
    ...findings(model),
    ...(diagram ? ['## Diagram', `\`\`\`mermaid\n${mermaidOf(diagram, model)}\`\`\``] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

const outline = (model: FlowModel): string =>
  outlineOf(model)
    .map(({ depth, role, text }) => `${'  '.repeat(depth)}- ${role === 'way' ? `*${plain(text)}*` : plain(text)}`)
    .join('\n');

function variables({ variables: all }: FlowModel): readonly string[] {
  const declared = all.filter(({ type }) => !type.endsWith('built-in'));
  if (declared.length === 0) return [];
  const rows = declared.map(
    ({ name, type, initialValue = '', isInput, isOutput, setBy, readBy, description = '' }) =>
      `| ${[
        code(name),
        plain(type),
        plain(initialValue),
        [isInput ? 'input' : '', isOutput ? 'output' : ''].filter((word) => word !== '').join(', '),
        String(setBy.length),
        String(readBy.length),
        plain(description),
      ].join(' | ')} |`,
  );
  return [
    '## Variables',
    ['| variable | type | first value | | set | read | description |', '|---|---|---|---|---|---|---|', ...rows].join(
      '\n',
    ),
  ];
}

function attributes({ attributes: all }: FlowModel): readonly string[] {
  if (all.length === 0) return [];
  const rows = all.map(
    ({ name, writtenBy, readBy }) =>
      `| ${name === undefined ? 'known only when the flow runs' : code(name)} | ${writtenBy.length} | ${readBy.length} |`,
  );
  return ['## Participant data', ['| attribute | written | read |', '|---|---|---|', ...rows].join('\n')];
}

function findings({ findings: all }: FlowModel): readonly string[] {
  if (all.length === 0) return [];
  const items = all.map(
    ({ severity, message, rule, line }) =>
      `- **${severity}**${line === undefined ? '' : ` line ${line}`}: ${plain(message)} (${code(rule)})`,
  );
  return ['## Findings', items.join('\n')];
}

/** A text without any meaning in Markdown or HTML. */
const plain = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_{}[\]<>#|~&!$@]/g, (character) =>
      character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`,
    )
    // A line that begins like a list or a heading would be one.
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+])/, '\\$1');

/** A text in back quotes. A longer fence holds back quotes of its own. */
function code(text: string): string {
  const line = oneLine(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const blank = longest > 0 ? ' ' : '';
  return line === '' ? '' : `${fence}${blank}${line}${blank}${fence}`;
}
