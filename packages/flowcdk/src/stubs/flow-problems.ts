import { check } from '../check/check';
import type { FlowFile } from '../check/project';
import { failsPublish } from '../emulator/publish/what-architect-refuses';
import type { Finding } from '../ground/finding';

/** Why no flow of a kind that is known can be read from a file. Empty where one can. */
export function notAFlow(file: FlowFile): readonly Finding[] {
  const { flow } = file;
  if (flow && flow.kind !== 'unknown' && flow.name !== undefined) return [];
  const findings = refusedIn([file]);
  if (findings.length > 0) return findings;
  const message = 'the file holds no flow of a kind that is known here';
  return [{ rule: 'unknown-root', severity: 'error', message, at: { file: file.file, line: 1, column: 1 } }];
}

/** What Architect refuses in flows, whatever an organisation has. */
export const refusedIn = (files: readonly FlowFile[]): readonly Finding[] =>
  check({ files, definitions: [] }).filter(({ severity, rule }) => severity === 'error' && failsPublish(rule));
