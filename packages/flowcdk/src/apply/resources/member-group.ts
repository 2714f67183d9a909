import type { Attributes } from '../attributes';

/** The groups of a rule or of a ring of a queue. */
export const groupsIn = (given: Attributes, name: string) =>
  given.blocks(name).map((group) => ({ id: group.text('member_group_id'), type: group.text('member_group_type') }));

/** What has to hold for a group to take calls of a queue. */
export const activationRule = (rule: Attributes) => ({
  ...rule.fields('condition_expression'),
  conditions: rule.blocks('conditions').map((condition) => ({
    ...condition.fields('operator', 'value'),
    simpleMetric: condition.block('simple_metric')?.fields('metric', 'queue_id'),
  })),
});

/** Which groups help when a queue is under pressure. */
export const activationOf = (given: Attributes) => {
  const pilot = given.block('pilot_rule');
  return {
    pilotRule: pilot && activationRule(pilot),
    rules: given.blocks('rules').map((rule) => ({ ...activationRule(rule), groups: groupsIn(rule, 'groups') })),
  };
};
