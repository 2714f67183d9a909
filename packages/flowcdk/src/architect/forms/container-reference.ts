import type { ContainerReference } from '../nodes';
import { ORIGIN } from '../origin';
import { scalar } from '../yaml/node';
import { type Form, wrongForm } from './form';

const EXPECTS = 'a reference such as /workflow/states/state[refId]';

/** A reference to a state, task or menu of the same flow. */
export const containerReference: Form<ContainerReference> = {
  expects: EXPECTS,
  read: (yaml, reader) => {
    if (yaml.kind !== 'scalar' || typeof yaml.value !== 'string') return wrongForm(yaml, EXPECTS, reader);
    return Object.freeze({ kind: 'path', path: yaml.value, [ORIGIN]: { yaml } });
  },
  write: (reference, writer) => scalar(writer.pathOf(reference)),
  walk: (reference, visit, path) => visit({ role: 'reference', path, reference }),
};
