import { check } from '../check/check';
import { type FlowFile, readFile } from '../check/project';
import type { Rule } from '../check/rule';
import { namesInField } from '../emulator/publish/names-in-fields';
import { kinds } from '../emulator/state/kinds';
import { FILE_UNREADABLE } from '../format/unformattable';
import type { Finding } from '../ground/finding';
import { flowTextOf, readFlowText, type ReadFlowText } from '../i3/flow-text';
import type { Contracts } from '../i3/read-i3';
import { EXIT } from './exit-code';
import { inputFiles, readStandardInput, STDIN, STDIN_NAME } from './input-files';
import { complainAbout, count, print, printJson, styleFor } from './output';
import { wrapLine } from './wrap';

/** A flow of a file, with what it names. */
interface ListedFlow {
  readonly file: string;
  readonly kind: string;
  readonly name: string;
  readonly actions: number;
  readonly names: readonly { readonly kind: string; readonly name: string }[];
  readonly contracts?: Contracts;
}

/** `flowcdk list FILES` */
export async function listFiles(names: readonly string[], json: boolean): Promise<void> {
  const flows: ListedFlow[] = [];
  const findings: Finding[] = [];
  for (const file of inputFiles(names)) {
    const read = await readInput(file);
    if ('findings' in read) findings.push(...read.findings);
    else flows.push(...flowsIn(file === STDIN ? STDIN_NAME : file, read, findings));
  }
  if (json) printJson({ flows, findings });
  else {
    flows.forEach(printFlow);
    if (findings.length > 0) complainAbout(findings);
  }
  if (findings.some(({ rule }) => rule === FILE_UNREADABLE)) process.exitCode = EXIT.wrongUse;
  else if (findings.length > 0) process.exitCode = EXIT.findings;
}

async function readInput(file: string): Promise<ReadFlowText> {
  if (file !== STDIN) return readFlowText(file);
  const bytes = await readStandardInput();
  if (bytes instanceof Uint8Array) return flowTextOf(bytes, STDIN_NAME);
  return { findings: [{ rule: FILE_UNREADABLE, severity: 'error', message: bytes.reason }] };
}

/** The flow of a file, and the common modules that travel in an export. */
function flowsIn(
  file: string,
  { text, exported }: Exclude<ReadFlowText, { findings: unknown }>,
  findings: Finding[],
): readonly ListedFlow[] {
  const texts = [text, ...(exported?.commonModules ?? []).map((module) => module.text)];
  return texts.flatMap((each, i) => {
    const listed = listedFlow(readFile(file, each));
    if (listed === undefined) findings.push(noFlow(file));
    return listed ? [{ ...listed, ...(exported && i === 0 ? { contracts: exported.contracts } : {}) }] : [];
  });
}

const noFlow = (file: string): Finding => ({
  rule: 'unknown-root',
  severity: 'error',
  message: 'this file holds no flow',
  help: `flowcdk check ${file} tells why.`,
  at: { file, line: 1, column: 1 },
});

function listedFlow(file: FlowFile): ListedFlow | undefined {
  const { flow } = file;
  if (flow === undefined || flow.kind === 'unknown') return undefined;
  const names = new Map<string, { kind: string; name: string }>();
  let actions = 0;
  const looking: Rule = {
    name: 'names',
    family: 'shape',
    severity: 'warning',
    protectsFrom: 'nothing',
    start: (_, project) => ({
      action: () => {
        actions += 1;
      },
      leaf: (leaf, place) => {
        const named = namesInField(leaf, place, project).map(({ kind, name }) => ({ kind: kinds[kind].called, name }));
        const own = leaf.role === 'name' && leaf.of === 'dataAction' ? [{ kind: 'data action', name: leaf.name }] : [];
        for (const thing of [...named, ...own]) names.set(`${thing.kind} ${thing.name}`, thing);
      },
    }),
  };
  check({ files: [file], definitions: [] }, { rules: [looking] });
  const sorted = [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, thing]) => thing);
  return { file: file.file, kind: flow.kind, name: flow.name ?? '', actions, names: sorted };
}

function printFlow({ file, kind, name, actions, names, contracts }: ListedFlow): void {
  const style = styleFor(process.stdout);
  // In a pipe a line stays whole, for grep.
  const columns = process.stdout.isTTY ? process.stdout.columns : Infinity;
  print(style.strong(file));
  print(wrapLine(`  ${kind} ${name}: ${count(actions, 'action')}`, columns));
  if (names.length > 0) {
    const all = names.map((thing) => `${thing.kind} ${thing.name}`).join(', ');
    print(style.quiet(wrapLine(`      uses ${all}`, columns)));
  }
  for (const line of contracts ? contractLines(contracts) : []) print(wrapLine(`  ${line}`, columns));
  print();
}

function contractLines({ dataActions, dataTables, calledFlows, contactLists }: Contracts): readonly string[] {
  return [
    ...dataActions.map(
      (action) =>
        `data action ${action.name} (${action.category}): takes ${fields(action.inputs)}; gives ${fields(action.outputs)}`,
    ),
    ...dataTables.map((table) => `data table ${table.name}: ${fields(table.schema)}`),
    ...calledFlows.map(
      (flow) => `${flow.type} ${flow.name}: takes ${fields(flow.inputs)}; gives ${fields(flow.outputs)}`,
    ),
    ...contactLists.map((list) => `contact list ${list.name}: ${list.columns.join(', ')}`),
  ];
}

/** `phoneNumber string, tries integer` */
function fields(schema: Contracts['dataActions'][number]['inputs'] | undefined): string {
  const properties = schema?.['properties'];
  if (typeof properties !== 'object' || properties === null) return 'nothing';
  const shown = Object.entries(properties).map(([name, property]) => {
    const type: unknown =
      typeof property === 'object' && property !== null && 'type' in property ? property['type'] : undefined;
    return typeof type === 'string' ? `${name} ${type}` : name;
  });
  return shown.length > 0 ? shown.join(', ') : 'nothing';
}
