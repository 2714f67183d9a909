import { type Action, actionForms, type ActionList } from '../actions';
import type { Container, ContainerReference } from '../containers';
import { flowForms, type FlowTree, type UnknownTree } from '../flow-tree';
import type { Form, Writer } from '../forms';
import { mapping, sequence, type YamlNode } from './node';

/** Gives the path of a container that a definition refers to. */
export type PathOf = (container: Container) => string;

/**
 * Writes a tree as Architect YAML. `pathOf` is needed only for definitions, because the trees of files contain paths.
 */
export function writeFlow(flow: FlowTree | UnknownTree, pathOf: PathOf = refuse): YamlNode {
  if (flow.kind === 'unknown') return flow.yaml;
  return mapping([[flow.kind, writePart(flowForms[flow.kind], flow, pathOf)]]);
}

/** Writes a part of a flow by its form. */
export function writePart<T>(form: Form<T>, part: T, pathOf: PathOf = refuse): YamlNode {
  const writer: Writer = {
    pathOf: (reference: ContainerReference) =>
      reference.kind === 'path' ? reference.path : pathOf(reference.container()),
    writeActions: (list) => writeActions(list, writer),
  };
  return form.write(part, writer);
}

const writeActions = (list: ActionList, writer: Writer): YamlNode =>
  sequence(list.map((action) => writeAction(action, writer)));

function writeAction(action: Action, writer: Writer): YamlNode {
  if (action.kind === 'unknown') return action.yaml;
  const form: Form<unknown> = actionForms[action.kind].form;
  return mapping([[action.kind, form.write(action, writer)]]);
}

const refuse: PathOf = (container) => {
  throw new Error(`${container.kind} ${container.name ?? ''} belongs to no flow`);
};
