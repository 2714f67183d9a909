import { boundedFindings, type MoreFindings } from '../../ground/bounded-findings';
import type { Finding } from '../../ground/finding';
import type { Report, Reporter } from './report';
import { shownFile } from './shown-file';

/** SARIF 2.1.0, which code hosts show beside the lines of a change. */
export const sarif: Reporter = (report) => {
  const { shown, more } = boundedFindings(report.findings, report.most);
  const ids = [...new Set([...report.rules.map(({ name }) => name), ...report.findings.map(({ rule }) => rule)])];
  return JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: { name: 'flowcdk', version: report.version, rules: ids.map((id) => description(id, report)) },
          },
          columnKind: 'utf16CodeUnits',
          ...(more.length > 0 ? { invocations: [invocationWith(more, report)] } : {}),
          results: shown.map((finding) => result(finding, ids.indexOf(finding.rule), report)),
        },
      ],
    },
    null,
    2,
  );
};

/** What the report leaves out stands among the notices of the run. */
const invocationWith = (more: readonly MoreFindings[], { folder }: Report): object => ({
  executionSuccessful: true,
  toolExecutionNotifications: more.map(({ rule, severity, file, count }) => ({
    level: levels[severity],
    message: { text: `${count} more findings of ${rule}${file === undefined ? '' : ` in ${shownFile(file, folder)}`}` },
  })),
});

const levels = { error: 'error', warning: 'warning' } as const;

function description(id: string, { rules }: Report): object {
  const rule = rules.find(({ name }) => name === id);
  if (!rule) return { id };
  return {
    id,
    shortDescription: { text: `Protects from ${rule.protectsFrom}.` },
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { tags: [rule.family] },
  };
}

const result = (finding: Finding, ruleIndex: number, { folder }: Report): object => ({
  ruleId: finding.rule,
  ruleIndex,
  level: levels[finding.severity],
  message: { text: finding.help === undefined ? finding.message : `${finding.message}. ${finding.help}` },
  locations: locations(finding, folder),
});

function locations({ at, path, excerpt }: Finding, folder: string): readonly object[] {
  const logical = path === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: path }] };
  if (!at) return path === undefined ? [] : [logical];
  // The excerpt shows the template, not the line of TypeScript that defines it.
  const end =
    excerpt?.column === at.column ? { endColumn: at.column + excerpt.length, snippet: { text: excerpt.text } } : {};
  const region = { startLine: at.line, startColumn: at.column, ...end };
  const artifactLocation = { uri: uriOf(at.file, folder) };
  return [{ physicalLocation: { artifactLocation, region }, ...logical }];
}

/** Relative to the folder, so that a code host finds the file in the repository. */
function uriOf(file: string, folder: string): string {
  const path = shownFile(file, folder).split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return `file://${path}`;
  return /^[A-Za-z]%3A\//.test(path) ? `file:///${path.replace('%3A', ':')}` : path;
}
