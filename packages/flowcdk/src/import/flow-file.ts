import { type Code, type ObjectEntry, partsOf, uses } from './code';
import type { FlowCode } from './flow-code';
import { FLOW, PARTS } from './flow-scope';
import { language } from './language';
import { identifierOf, Names } from './names';
import { CodePrinter, commentLine, docComment, quoted } from './print-code';
import { TEXTS } from './shared-texts';

/** A constant at the head of a file. */
export interface Constant {
  readonly identifier: string;
  readonly code: Code;
}

export interface Import {
  readonly identifier: string;
  readonly from: string;
}

/** What the file of a flow has besides the code of the flow. */
export interface FlowFileProps {
  readonly code: FlowCode;
  readonly identifier: string;
  readonly description?: string | undefined;
  readonly constants: readonly Constant[];
  readonly imports: readonly Import[];
  /** The names of the placeholders of the file: `flow_name`. */
  readonly placeholders: readonly string[];
}

/** The parameter with the values of the placeholders. */
const VALUES = 'values';

/** The text of the file that defines a flow, not laid out. */
export const flowFile = (props: FlowFileProps): string => new FlowFileText(props).text();

class FlowFileText {
  private readonly printer: CodePrinter;
  private readonly types = new Set<string>();
  private readonly fields: ReadonlyMap<string, string>;

  constructor(private readonly props: FlowFileProps) {
    this.fields = fieldsOf(props.placeholders);
    this.printer = new CodePrinter((key) =>
      this.fields.has(key) ? `${VALUES}.${this.fields.get(key) ?? ''}` : undefined,
    );
  }

  text(): string {
    const { code, constants } = this.props;
    const body = [
      ...constants.map(({ identifier, code: of }) => `const ${identifier} = ${this.printer.print(of)};\n`),
      ...(this.fields.size > 0 ? [valuesType(this.fields)] : []),
      ...this.declarations(),
      ...(this.needsParts ? [this.partsType()] : []),
      this.definition(),
      ...code.containers.map((container) => this.container(container)),
    ].join('\n');
    return `${this.importLines()}\n${body}`;
  }

  private get needsParts(): boolean {
    const { containers, lists, namesAll } = this.props.code;
    return (
      namesAll || [...containers.map(({ code }) => code), ...Object.values(lists)].some((code) => uses(code, PARTS))
    );
  }

  /** The variables, each group as a constant, and the type of what the flow gets. */
  private declarations(): readonly string[] {
    const { declarations } = this.props.code;
    const constants = declarations.map(({ option, entries }) => {
      const object: Code = { kind: 'object', entries };
      const text = this.printer.print(object);
      return `const ${option} = ${this.hasValues(object) ? `(${VALUES}: Values) => (${text})` : text};\n`;
    });
    if (declarations.length === 0 || !this.functionsUse(FLOW)) return constants;
    this.types.add('VariablesOf');
    const all = declarations.map(({ option, entries }) =>
      this.hasValues({ kind: 'object', entries }) ? `ReturnType<typeof ${option}>` : `typeof ${option}`,
    );
    return [...constants, `type Flow = VariablesOf<${all.join(' & ')}>;\n`];
  }

  private functionsUse(name: string): boolean {
    return this.props.code.containers.some(({ code }) => uses(code, name));
  }

  private partsType(): string {
    const lines = this.props.code.containers.map(({ identifier, kind }) => {
      const type = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
      return `readonly ${identifier}: ${type};\n`;
    });
    return `${docComment('The parts of the flow, which lead to one another')}interface Parts {\n${lines.join('')}}\n`;
  }

  private definition(): string {
    const { code, identifier, description } = this.props;
    const options = Object.entries(code.options).flatMap(([key, value]): ObjectEntry[] =>
      value ? [{ key, value }] : [],
    );
    const raw = options.filter(({ key }) => key === 'raw');
    const own = this.printer.print({ kind: 'object', entries: options.filter(({ key }) => key !== 'raw') });
    const declared = code.declarations.map(({ option, entries }) =>
      this.hasValues({ kind: 'object', entries }) ? `${option}: ${option}(${VALUES}),` : `${option},`,
    );
    const rest = this.printer.print({ kind: 'object', entries: raw });
    const parts = [own.slice(1, -1), ...declared, rest.slice(1, -1), ...this.lists(), ...this.start()];
    const builder = `${code.kind}({${parts.join('')}})`;
    const parameters = [
      ...(this.fields.size > 0 ? [`${VALUES}: Values`] : []),
      ...(this.usesTexts ? [`${TEXTS}: Texts`] : []),
    ];
    const value = parameters.length > 0 ? `(${parameters.join(', ')}) => ${builder}` : builder;
    const doc = description === undefined || description.trim() === '' ? '' : docComment(description);
    return `${code.comments.map(commentLine).join('')}${doc}export const ${identifier} = ${value};\n`;
  }

  private lists(): readonly string[] {
    return Object.entries(this.props.code.lists).map(([option, code]) => {
      const parameter = uses(code, FLOW) || (uses(code, PARTS) && this.functionsUse(FLOW)) ? FLOW : '';
      const text = this.printer.print(code);
      if (!uses(code, PARTS)) return `${option}: (${parameter}) => ${text},`;
      return `${option}: (${parameter}) => {\n${this.allParts()}const ${PARTS} = () => all;\nreturn ${text};\n},`;
    });
  }

  private start(): readonly string[] {
    const { startUp, containers, namesAll } = this.props.code;
    if (startUp === undefined) return [];
    const parameter = this.functionsUse(FLOW) ? FLOW : '';
    if (!this.needsParts) {
      const first = containers.find(({ identifier }) => identifier === startUp.identifier);
      return [`startUp: (${parameter}) => ${first ? this.callOf(first) : startUp.identifier},`];
    }
    const first = `all.${startUp.identifier}`;
    const result = namesAll ? `{ startUp: ${first}, containers: Object.values(all) }` : first;
    return [`startUp: (${parameter}) => {\n${this.allParts()}return ${result};\n},`];
  }

  private allParts(): string {
    const lines = this.props.code.containers.map(
      (container) => `${container.identifier}: ${this.callOf(container)},\n`,
    );
    return `const all: Parts = {\n${lines.join('')}};\n`;
  }

  /** The call of the function of a container. */
  private callOf({ identifier, code }: FlowCode['containers'][number]): string {
    return `${identifier}(${this.parametersOf(code)
      .map(([parameter]) => (parameter === PARTS ? '() => all' : parameter))
      .join(', ')})`;
  }

  private parametersOf(code: Code): readonly (readonly [parameter: string, type: string])[] {
    return [
      ...(uses(code, FLOW) ? [[FLOW, 'Flow'] as const] : []),
      ...(uses(code, PARTS) ? [[PARTS, '() => Parts'] as const] : []),
      ...(this.hasValues(code) ? [[VALUES, 'Values'] as const] : []),
      ...(uses(code, TEXTS) ? [[TEXTS, 'Texts'] as const] : []),
    ];
  }

  private container({ identifier, kind, code }: FlowCode['containers'][number]): string {
    const type = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
    this.types.add(type);
    const parameters = this.parametersOf(code).map(([parameter, of]) => `${parameter}: ${of}`);
    const comments = code.kind === 'commented' ? code.comments : [];
    const inner = code.kind === 'commented' ? code.code : code;
    return `${comments.map(commentLine).join('')}function ${identifier}(${parameters.join(', ')}): ${type} {\nreturn ${this.printer.print(inner)};\n}\n`;
  }

  /** Whether a code has a placeholder with a value. */
  private hasValues(code: Code): boolean {
    if (this.fields.size === 0) return false;
    const holds = (text: unknown): boolean =>
      typeof text === 'string' && this.props.placeholders.some((key) => placeholdersIn(text).includes(key));
    return [...partsOf(code)].some(
      (part) =>
        (part.kind === 'literal' && holds(part.value)) ||
        (part.kind === 'object' && part.entries.some(({ key }) => holds(key))),
    );
  }

  /** All code of the file. */
  private get codes(): readonly Code[] {
    const { code, constants } = this.props;
    return [
      ...code.containers.map((container) => container.code),
      ...Object.values(code.lists),
      ...Object.values(code.options).flatMap((option) => option ?? []),
      ...code.declarations.map(({ entries }): Code => ({ kind: 'object', entries })),
      ...constants.map((constant) => constant.code),
    ];
  }

  private get usesTexts(): boolean {
    return this.codes.some((code) => uses(code, TEXTS));
  }

  private importLines(): string {
    const { code, imports } = this.props;
    const all = this.codes;
    const functions = new Set([code.kind as string, ...all.flatMap(functionsOf)]);
    for (const type of all.flatMap(typesOf)) this.types.add(type);
    const names = [...functions, ...[...this.types].map((type) => `type ${type}`)].sort(byName);
    const lines = imports.map(({ identifier, from }) => `import { ${identifier} } from ${quoted(from)};\n`);
    if (this.usesTexts) lines.push("import type { Texts } from './texts';\n");
    return `import { ${names.join(', ')} } from 'flowcdk';\n${lines.sort().join('')}`;
  }
}

/** The placeholders of a file with the fields of the parameter. */
function fieldsOf(placeholders: readonly string[]): ReadonlyMap<string, string> {
  const names = new Names();
  return new Map(placeholders.map((key) => [key, names.take(identifierOf(key, 'value'), 'value')]));
}

function valuesType(fields: ReadonlyMap<string, string>): string {
  const lines = [...fields].map(([key, field]) => `${docComment(`Replaces {{${key}}}`)}readonly ${field}: string;\n`);
  return `${docComment('What differs from one organisation to another')}export interface Values {\n${lines.join('')}}\n`;
}

/** What the file of a flow that stays YAML needs. */
export interface YamlFlowFileProps {
  readonly identifier: string;
  /** The path of the YAML. */
  readonly path: string;
  readonly why: string;
  readonly placeholders: readonly string[];
}

/** The text of a file that defines a flow by its YAML, not laid out. */
export function yamlFlowFile({ identifier, path, why, placeholders }: YamlFlowFileProps): string {
  const fields = fieldsOf(placeholders);
  const head = `import { flowFromYaml } from 'flowcdk';\n\n`;
  const doc = docComment(`It stays YAML: ${why}.`);
  if (fields.size === 0) return `${head}${doc}export const ${identifier} = flowFromYaml(${quoted(path)});\n`;
  const values = [...fields].map(([key, field]) => `${quoted(key)}: ${VALUES}.${field},`).join('');
  const call = `flowFromYaml(${quoted(path)}, { substitutions: {${values}} })`;
  return `${head}${valuesType(fields)}\n${doc}export const ${identifier} = (${VALUES}: Values) => ${call};\n`;
}

/** In the order of the names, whatever their kind. */
const byName = (a: string, b: string): number => {
  const [first, second] = [a, b].map((name) => name.replace('type ', '').toLowerCase());
  return first === second ? (a < b ? -1 : 1) : (first ?? '') < (second ?? '') ? -1 : 1;
};

/** The functions of the language that a code calls. */
export const functionsOf = (code: Code): readonly string[] =>
  [...partsOf(code)].flatMap((part) => {
    const name =
      part.kind === 'call'
        ? part.function
        : part.kind === 'tagged'
          ? part.tag
          : part.kind === 'name'
            ? part.name
            : undefined;
    return typeof name === 'string' && Object.hasOwn(language, name) ? [name] : [];
  });

/** The types of the language that a code names. */
const typesOf = (code: Code): readonly string[] =>
  [...partsOf(code)].flatMap((part) => {
    const type = part.kind === 'call' || part.kind === 'tagged' ? part.type : undefined;
    return type?.match(/\b[A-Z]\w*/g) ?? [];
  });

/** The keys of the placeholders in a text. */
export function placeholdersIn(text: string): readonly string[] {
  const keys: string[] = [];
  for (let at = text.indexOf('{{'); at >= 0; at = text.indexOf('{{', at + 2)) {
    const end = text.indexOf('}}', at);
    if (end < 0) break;
    const key = text.slice(at + 2, end).trim();
    if (/^[\w.-]+$/.test(key)) keys.push(key);
  }
  return keys;
}
