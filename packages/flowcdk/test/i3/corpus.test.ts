import { leavingOut } from '../../src/i3/left-out';
import type { JsonObject } from '../../src/i3/part';
import { type I3Export, readI3 } from '../../src/i3/read-i3';
import { formatText } from '../../src/format/format-text';
import { describeI3Corpus, i3Corpus } from '../private/corpus';
import { leavesOf, unaccounted, wronglyArrived } from './private/account';
import { rowsOf } from '../private/thorough';

const jsonOf = (bytes: Uint8Array): JsonObject =>
  JSON.parse(
    decodeURIComponent(Buffer.from(Buffer.from(bytes).toString('latin1'), 'base64').toString('latin1')),
  ) as JsonObject;

const known = new Map<string, I3Export>();

/** The export, read once for all tests. */
const read = (name: string, bytes: Uint8Array): I3Export => {
  const before = known.get(name);
  if (before) return before;
  const { export: exported, findings } = readI3(bytes, name);
  if (!exported) throw new Error(findings.map(({ message }) => message).join('\n'));
  known.set(name, exported);
  return exported;
};

const files = [...i3Corpus];

/** The actions of an export, by the kind that they have there. */
const actionsIn = (json: JsonObject): number =>
  leavesOf(json).filter(({ path, value }) => {
    const isListed = /\.actionList\[\d+\]\.__type$/.test(path);
    return isListed && typeof value === 'string' && value.endsWith('Action');
  }).length;

const actionsOf = ({ yaml, commonModules }: I3Export): number =>
  [yaml, ...commonModules.map((module) => module.yaml)].reduce((n, node) => n + listedActions(node), 0);

function listedActions(node: I3Export['yaml']): number {
  if (node.kind === 'sequence') return node.items.reduce((n, item) => n + listedActions(item), 0);
  if (node.kind === 'scalar') return 0;
  return node.entries.reduce((n, { key, value }) => {
    const isList = (key.value === 'actions' || key.value === 'startUpTaskActions') && value.kind === 'sequence';
    return n + (isList && value.kind === 'sequence' ? value.items.length : 0) + listedActions(value);
  }, 0);
}

/** Architect makes the audio of Play Estimated Wait Time by itself, from this prompt. */
const ofGeneratedAudio = ['estimated_wait_time_about'];

describeI3Corpus('published exports', () => {
  test('there are 33 of them', () => {
    expect(files).toHaveLength(33);
  });

  test.each(rowsOf(files, 10))(
    '%s: each value arrives in the YAML, in the contracts, or stands in the list of what is left out',
    (name, bytes) => {
      expect(unaccounted(jsonOf(bytes), read(name, bytes))).toEqual([]);
    },
  );

  test.each(rowsOf(files, 10))('%s: what arrives in the YAML says the same there', (name, bytes) => {
    expect(wronglyArrived(jsonOf(bytes), read(name, bytes))).toEqual([]);
  });

  test.each(rowsOf(files, 10))('%s: every action arrives once', (name, bytes) => {
    const exported = read(name, bytes);
    const unreachable = exported.leftOut.filter(({ rule }) => rule === 'unreachable').length;

    expect(actionsOf(exported) + unreachable).toBe(actionsIn(jsonOf(bytes)));
  });

  test.each(rowsOf(files, 10))('%s: the YAML is in canonical form', (name, bytes) => {
    const { text } = read(name, bytes);

    expect(formatText(text, name)).toEqual({ text });
  });

  test.each(rowsOf(files, 10))(
    '%s: every name in its list of dependencies is in the YAML, but for engines, voices and domains',
    (name, bytes) => {
      const exported = read(name, bytes);
      const { manifest } = jsonOf(bytes) as {
        manifest: Readonly<Record<string, readonly { readonly name?: string }[]>>;
      };
      const others = ['ttsEngine', 'ttsVoice', 'sttEngine', 'nluDomain', 'language', 'grammar'];
      const names = Object.entries(manifest).flatMap(([kind, items]) =>
        others.includes(kind) ? [] : items.flatMap((item) => item.name ?? []),
      );
      const texts = [exported, ...exported.commonModules].map(({ text }) => text).join('\n');

      expect(names.filter((each) => !texts.includes(each) && !ofGeneratedAudio.includes(each))).toEqual([]);
    },
  );

  test('the rules of leaving out are few, and each leaves something out', () => {
    const used = new Map<string, number>();
    for (const [name, bytes] of files)
      for (const { rule } of read(name, bytes).leftOut) used.set(rule, (used.get(rule) ?? 0) + 1);

    // No public export has an action without a way to it, or a value that YAML cannot say.
    expect(Object.keys(leavingOut).filter((rule) => !used.has(rule))).toEqual(['lost', 'unreachable']);
  });

  test('what is not known stands in the YAML under its name in the export', () => {
    const kept = files.flatMap(([name, bytes]) => read(name, bytes).kept.map((part) => `${name}: ${part.name}`));

    expect(kept).toEqual([
      'AppleMessagesSalesforceDigitalBot.i3DigitalBotFlow: dynamicTimeslots',
      'DevOpsKnowledgeChatBot_v1-0.i3BotFlow: knowledgeBaseCoreLanguage',
    ]);
  });

  test('the contracts of data actions and the schemas of data tables are there', () => {
    const all = files.map(([name, bytes]) => read(name, bytes).contracts);
    const ofTables = all.flatMap(({ dataTables }) => dataTables.map(({ name }) => name));
    const actions = all.flatMap(({ dataActions }) => dataActions);

    expect(ofTables).toEqual(['Blacklist']);
    expect(
      actions.filter(
        ({ name, category, inputs, outputs }) => !name || !category || !inputs['type'] || !outputs['type'],
      ),
    ).toEqual([]);
    expect(actions.length).toBeGreaterThan(50);
  });
});
