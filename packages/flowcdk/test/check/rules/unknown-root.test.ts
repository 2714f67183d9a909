import { flowKinds } from '../../../src/ground/flow-kinds';
import { findingsIn, ruleNamed, ruleTest } from '../private/rule-test';
import { goodbye } from '../private/shape-examples';

const kinds = `The root of a file is one key, the kind of flow: ${flowKinds.join(', ')}.`;

ruleTest(ruleNamed('unknown-root'), {
  valid: { 'a flow': goodbye },
  invalid: {
    'a misspelt kind': ['workflo:\n  name: x', 'workflo is no kind of flow'],
    'two kinds': ['workflow: {}\nname: x', 'this is no flow: it has 2 keys at its root'],
    'a list': ['[1, 2]', 'this is no flow: it has no key at its root'],
    'a new kind of flow': ['inboundVideo:\n  name: x', 'inboundVideo is a kind of flow that Flowcdk does not know'],
    'a kind with nothing in it': ['workflow: text', 'nothing of a flow stands under workflow'],
    'what has no name': ['inboundVideo:\n  names: x', 'inboundVideo is no kind of flow'],
    'what has no text for a name': ['inboundVideo:\n  name: 5', 'inboundVideo is no kind of flow'],
    'what is no word': ['"inbound video":\n  name: x', 'inbound video is no kind of flow'],
  },
  helps: {
    'a misspelt kind': ['workflo:\n  name: x', `Did you mean workflow? ${kinds}`],
    'a kind with nothing in it': ['workflow: text', kinds],
    'a kind that is like no other': ['inboundVideo: x', kinds],
  },
});

test('a new kind of flow is a warning that names the known ones', () => {
  const [finding] = findingsIn(ruleNamed('unknown-root'), 'inboundVideo:\n  name: x');

  expect(finding).toMatchObject({ severity: 'warning', help: expect.stringContaining('inboundCall') as string });
});
