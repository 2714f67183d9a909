import { formatText } from '../../src/format/format-text';

/** The canonical text; a test that gets none fails with the reason. */
export function formatted(text: string): string {
  const { text: result, findings } = formatText(text, 'flow.yaml');
  if (result === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
  return result;
}
