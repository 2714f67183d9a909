import { call, type Code, literal, object } from './code';
import { identifierOf, Names } from './names';
import { CodePrinter, docComment } from './print-code';

/** The longest text that a setting holds, in characters. */
const LONGEST = 2000;

/** The name of the parameter with the texts, and of their block in the settings. */
export const TEXTS = 'texts';

/** The texts that callers hear in more than one place. They become settings. */
export class SharedTexts {
  private readonly heard = new Map<string, { count: number; readonly flows: Set<string> }>();
  private readonly names = new Names();
  private readonly identifiers = new Map<string, string>();

  /** Learns of a place where a text is heard. */
  count(text: string, flow: string): void {
    const before = this.heard.get(text) ?? { count: 0, flows: new Set<string>() };
    before.count += 1;
    before.flows.add(flow);
    this.heard.set(text, before);
  }

  /** The name of a shared text. Undefined where it is heard once, or where a setting cannot hold it. */
  nameOf(text: string): string | undefined {
    const isShared = (this.heard.get(text)?.count ?? 0) > 1;
    if (!isShared || !/\S/.test(text) || text.length > LONGEST || text.includes('{{')) return undefined;
    const known = this.identifiers.get(text);
    if (known !== undefined) return known;
    const name = this.names.take(identifierOf(text.split(/\s+/).slice(0, 5).join(' '), 'text'), 'text');
    this.identifiers.set(text, name);
    return name;
  }

  /** Whether a flow says a shared text. */
  areIn(flow: string): boolean {
    return [...this.heard].some(([text, { flows }]) => flows.has(flow) && this.nameOf(text) !== undefined);
  }

  /** The texts by their names. */
  values(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.identifiers].map(([text, name]) => [name, text]));
  }

  /** The file of the block of settings, not laid out. Undefined where there are no shared texts. */
  file(): string | undefined {
    if (this.identifiers.size === 0) return undefined;
    const settings: Readonly<Record<string, Code>> = Object.fromEntries(
      [...this.identifiers].map(([text, name]) => {
        const flows = [...(this.heard.get(text)?.flows ?? [])].join(', ');
        const options = object({ default: literal(text) });
        return [name, call('spokenText', literal(titleOf(name)), literal(`Heard in ${flows}.`), options)];
      }),
    );
    const block = call(
      'block',
      literal('Texts'),
      literal('What callers hear in more than one place.'),
      object(settings),
    );
    const fields = Object.keys(settings).map((name) => `readonly ${name}: string;\n`);
    return [
      `import { block, spokenText } from 'flowcdk/settings';\n\n`,
      docComment("A block for the settings of the application: `settings('…', { texts })`."),
      `export const ${TEXTS} = ${new CodePrinter().print(block)};\n\n`,
      docComment('The texts, as the settings hold them'),
      `export interface Texts {\n${fields.join('')}}\n`,
    ].join('');
  }
}

/** `goodBye` is `Good bye`. */
function titleOf(name: string): string {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
