import { ruleNamed, ruleTest } from '../private/rule-test';

const silenced = (comment: string) => `- decision:
    name: Always?
    ${comment}
    condition: { exp: "true" }`;

ruleTest(ruleNamed('silencing'), {
  valid: {
    'a reason': silenced('# flowcdk-disable-next-line constant-condition -- switched by hand'),
    'several rules': silenced('# flowcdk-disable-next-line constant-condition, unknown-key -- switched by hand'),
    'other comments': silenced('# flowcdk is great'),
  },
  invalid: {
    'no reason': [silenced('# flowcdk-disable-next-line constant-condition'), 'silenced without a reason'],
    'an unknown rule': [
      silenced('# flowcdk-disable-next-line constant-conditon -- x'),
      'there is no rule constant-conditon',
    ],
    'no rule': [silenced('# flowcdk-disable-next-line -- x'), 'flowcdk-disable-next-line names no rule'],
    'nothing to silence': [
      silenced('# flowcdk-disable-next-line unknown-key -- x'),
      'there is nothing to silence here',
    ],
  },
});
