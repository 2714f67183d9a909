import { flowKinds } from '../../ground/flow-kinds';
import { entry, keyName, type YamlNode } from '../../architect/yaml/node';
import { didYouMean } from '../../ground/did-you-mean';
import type { Rule } from '../rule';

/** The key at the root says which kind of flow a file holds. Without it nothing else can be read. */
export const unknownRoot: Rule = {
  name: 'unknown-root',
  family: 'shape',
  severity: 'error',
  protectsFrom: 'a file that is no flow, or of a kind that cannot be read',
  start: (report) => ({
    file: (file) => {
      if (file.flow?.kind !== 'unknown') return;
      const { yaml } = file.flow;
      const keys = yaml.kind === 'mapping' ? yaml.entries.map(({ key }) => key) : [];
      const [root] = keys;
      const help = `The root of a file is one key, the kind of flow: ${flowKinds.join(', ')}.`;
      if (keys.length !== 1 || !root) {
        const count = yaml.kind === 'mapping' ? `${keys.length} keys` : 'no key';
        return report({ message: `this is no flow: it has ${count} at its root`, help, file, yaml: root ?? yaml });
      }
      const name = keyName(root);
      const meant = didYouMean(name, flowKinds);
      if (!meant && isFlowOfAnotherKind(root, yaml)) {
        const message = `${name} is a kind of flow that Flowcdk does not know`;
        return report({ message, help, severity: 'warning', file, yaml: root });
      }
      const isKind = (flowKinds as readonly string[]).includes(name);
      report({
        message: isKind ? `nothing of a flow stands under ${name}` : `${name} is no kind of flow`,
        help: `${meant && !isKind ? `Did you mean ${meant}? ` : ''}${help}`,
        file,
        yaml: root,
      });
    },
  }),
};

/** The platform gets new kinds of flow. All kinds have a word for a key, and a name. */
function isFlowOfAnotherKind(root: YamlNode, yaml: YamlNode): boolean {
  if (root.kind !== 'scalar' || !/^[a-z][A-Za-z]+$/.test(keyName(root))) return false;
  if ((flowKinds as readonly string[]).includes(keyName(root))) return false;
  const content = yaml.kind === 'mapping' ? yaml.entries[0]?.value : undefined;
  const name = content?.kind === 'mapping' ? entry(content, 'name')?.value : undefined;
  return name?.kind === 'scalar' && typeof name.value === 'string';
}
