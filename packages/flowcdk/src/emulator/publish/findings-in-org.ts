import { check } from '../../check/check';
import type { Family } from '../../check/rule';
import { rules } from '../../check/rules';
import type { Finding } from '../../ground/finding';
import type { Org } from '../state/org';
import type { DataAction } from '../state/tables/data-action';
import type { Trigger } from '../state/tables/trigger';
import { templatedAction, triggerDefinition } from './definitions-in-org';
import { flowFindings } from './publish';

/** A finding about something that the org holds. */
export interface FindingInOrg {
  readonly kind: 'dataAction' | 'flow' | 'trigger';
  readonly id: string;
  readonly name: string;
  readonly finding: Finding;
}

const ofFamily = (family: Family) => rules.filter((rule) => rule.family === family);
const ofTemplates = ofFamily('templates');
const ofTriggers = ofFamily('triggers');

/** What rules find in the templates and mappings of a data action, whoever wrote them. */
export const dataActionFindings = (action: DataAction): readonly Finding[] =>
  check({ files: [], definitions: [templatedAction(action)] }, { rules: ofTemplates });

/** What rules find in a trigger, with the inputs of its workflow. */
export const triggerFindings = (trigger: Trigger, org: Org): readonly Finding[] =>
  check({ files: [], definitions: [triggerDefinition(trigger, org)] }, { rules: ofTriggers });

/** What rules find in everything that the org holds: its data actions, its triggers and its published flows. */
export function findingsInOrg(org: Org): readonly FindingInOrg[] {
  return [
    ...org.all('dataAction').flatMap((action) => about('dataAction', action, dataActionFindings(action))),
    ...org.all('trigger').flatMap((trigger) => about('trigger', trigger, triggerFindings(trigger, org))),
    ...org.all('flow').flatMap((flow) => {
      const version = org.get('flowVersion', `${flow.id}/${flow.versions}.0`);
      return version ? about('flow', flow, flowFindings(version.yaml, org)) : [];
    }),
  ];
}

const about = (
  kind: FindingInOrg['kind'],
  { id, name }: { readonly id: string; readonly name: string },
  findings: readonly Finding[],
): readonly FindingInOrg[] => findings.map((finding) => ({ kind, id, name, finding }));
