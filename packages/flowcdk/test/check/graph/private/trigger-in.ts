import { endWorkflow, optional, string, workflow } from '../../../../src';
import type { Definition } from '../../../../src/architect/definition';
import type { Type } from '../../../../src/architect/types';
import { toData } from '../../../../src/architect/yaml/node';
import { parseYaml } from '../../../../src/architect/yaml/parse';
import type { MaybeTrigger } from '../../../../src/check/triggers';

interface Written extends Omit<MaybeTrigger, 'target' | 'definition' | 'name'> {
  readonly trigger: string;
  readonly target?: string;
  /** `string`, or `string?` where it may be missing. */
  readonly inputs?: Readonly<Record<string, string>>;
}

/** A trigger of a page, with the workflow it starts: `trigger: …` with its parts. */
export function triggerIn(yaml: string): readonly Definition[] {
  const { root } = parseYaml(yaml);
  const { trigger: name, target, inputs = {}, ...parts } = (root && toData(root)) as unknown as Written;
  if (target === undefined) return [{ definition: 'trigger', name, ...parts } as MaybeTrigger];
  const started = workflow({ name: target, inputs: typesOf(inputs), actions: () => [endWorkflow()] });
  return [started, { definition: 'trigger', name, ...parts, target: started } as MaybeTrigger];
}

const typesOf = (inputs: Readonly<Record<string, string>>): Readonly<Record<string, Type<unknown>>> =>
  Object.fromEntries(
    Object.entries(inputs).map(([name, kind]) => [name, kind.endsWith('?') ? optional(string()) : string()]),
  );
