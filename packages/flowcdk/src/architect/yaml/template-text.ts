import { SCALAR_STYLE, type ScalarEvent } from 'js-yaml';

/**
 * The notation of a scalar with a placeholder, with its quotes or its bar.
 *
 * The placeholder is replaced before the text is read as YAML, so the quotes decide the value: `{{x}}` may become a
 * number, `'{{x}}'` keeps a backslash, `"{{x}}"` does not. Only the indentation of its lines has no meaning. It is left
 * out here, and the printer adds it again.
 */
export function templateText(source: string, event: ScalarEvent, offset: number): string {
  const { style, valueStart, valueEnd } = event;
  if (style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK)
    return blockText(source, event, offset);
  const quoted = style === SCALAR_STYLE.PLAIN ? 0 : 1;
  return source.slice(valueStart - quoted, valueEnd + quoted).replace(/[ \t]*(?:\r\n?|\n)[ \t]*/g, '\n');
}

function blockText(source: string, { indent, valueStart, valueEnd }: ScalarEvent, offset: number): string {
  const head = /^[|>][-+0-9]*/.exec(source.slice(offset, valueStart))?.[0] ?? '|';
  const keepsEnd = head.includes('+');
  const lines = source
    .slice(valueStart, valueEnd)
    .split(/\r\n?|\n/)
    .map((line) => line.slice(Math.max(indent, 0)));
  if (lines.at(-1) === '') lines.pop();
  while (!keepsEnd && lines.at(-1) === '') lines.pop();
  // A deeper indentation of the first line would count as the indentation of all lines.
  const indicator = /^ /.test(lines.find((line) => line !== '') ?? '') ? '2' : '';
  return [`${head.charAt(0)}${indicator}${head.replace(/[^-+]/g, '')}`, ...lines].join('\n');
}
