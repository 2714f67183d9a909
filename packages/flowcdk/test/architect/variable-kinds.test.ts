import { typeNamed } from '../../src/architect/expressions';
import { variableKinds } from '../../src/architect/types';

test.each(variableKinds.flatMap((kind) => [kind, `${kind}Collection`]))(
  'expressions know variables of kind %s',
  (name) => {
    expect(typeNamed(name)).toBeDefined();
  },
);
