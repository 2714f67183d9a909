import type { Leaf } from '../../../../src/architect/forms';
import { entry } from '../../../../src/architect/yaml/node';
import { check } from '../../../../src/check/check';
import { readFile } from '../../../../src/check/project';
import type { Rule } from '../../../../src/check/rule';
import { kindOfField } from '../../../../src/emulator/publish/names-in-org';
import type { KindName } from '../../../../src/emulator/state/kinds';

/** Something a flow names, as it has to be in the org before the flow is published. */
export type NamedItem =
  | { readonly kind: KindName; readonly name: string; readonly flowType?: string }
  | { readonly kind: 'dataAction'; readonly name: string; readonly category: string };

const kinds: Readonly<Partial<Record<string, KindName>>> = { ...kindOfField, prompt: 'prompt' };

const flowTypes: Readonly<Record<string, string>> = {
  callBotFlow: 'BOT',
  callCommonModule: 'COMMONMODULE',
  callDigitalBotFlow: 'DIGITALBOT',
  transferToFlowSecure: 'SECURECALL',
  transferToAcd: 'INQUEUECALL',
};

/** Everything a flow names by its name: the org of a test is made of it. */
export function everythingNamed(yaml: string): readonly NamedItem[] {
  const items: NamedItem[] = [];
  const rule: Rule = {
    name: 'everything-named',
    family: 'shape',
    severity: 'error',
    protectsFrom: 'nothing',
    start: () => ({
      flow: ({ flow }) => {
        if (flow.division !== undefined) items.push({ kind: 'division', name: flow.division });
      },
      leaf: (leaf, { action, choice, flow }) => {
        for (const { of, name } of named(leaf)) {
          const kind = kinds[of];
          if (!kind) continue;
          const by = action?.kind ?? choice?.kind.replace(/^menuT/, 't') ?? '';
          const flowType = flowTypes[by] ?? flow.kind.toUpperCase();
          items.push({ kind, name, ...(kind === 'flow' ? { flowType } : {}) });
        }
      },
      action: (action) => {
        if (action.kind !== 'callData' && action.kind !== 'callDataSecure') return;
        const category = action.category?.name;
        const name = action.category?.content.dataAction?.name;
        if (category !== undefined && name !== undefined) items.push({ kind: 'dataAction', name, category });
      },
    }),
  };
  check({ files: [readFile('', yaml)], definitions: [] }, { rules: [rule] });
  return items;
}

function named(leaf: Leaf): readonly { readonly of: string; readonly name: string }[] {
  if (leaf.role === 'name') return [{ of: leaf.of, name: leaf.name }];
  if (leaf.role !== 'value') return [];
  const { value, type } = leaf;
  if (value.kind === 'expression' || (value.kind === 'prompt' && typeof value.prompt !== 'string')) {
    const text = value.kind === 'expression' ? value.text : typeof value.prompt === 'string' ? '' : value.prompt.text;
    return [...text.matchAll(/\bPrompt\.(\w+)/g)].map(([, name = '']) => ({ of: 'prompt', name }));
  }
  if (value.kind === 'prompt' && typeof value.prompt === 'string') return promptNamed(value.prompt);
  const name = value.kind === 'literal' && value.yaml.kind === 'mapping' ? entry(value.yaml, 'name')?.value : undefined;
  if (name?.kind !== 'scalar' || typeof name.value !== 'string') return [];
  return type === 'prompt' ? promptNamed(name.value) : [{ of: type, name: name.value }];
}

const promptNamed = (name: string): readonly { readonly of: string; readonly name: string }[] =>
  /^promptsystem\./i.test(name) ? [] : [{ of: 'prompt', name: name.replace(/^prompt\./i, '') }];
