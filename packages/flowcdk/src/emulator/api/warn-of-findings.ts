import type { Finding } from '../../ground/finding';
import type { DataAction } from '../state/tables/data-action';
import type { Trigger } from '../state/tables/trigger';
import type { Call } from './call';
import { loadPublisher, publisherIfLoaded } from './publisher';
import type { Route } from './route';

/** Warns of what rules find in the templates and mappings of a data action. */
export const warnOfDataAction = (action: DataAction, call: Call): void =>
  warn(publisherIfLoaded()?.dataActionFindings(action) ?? [], call);

/** Warns of inputs of the workflow that the events of a trigger do not fill. Its own route warns of conditions. */
export const warnOfTrigger = (trigger: Trigger, call: Call): void =>
  warn(
    (publisherIfLoaded()?.triggerFindings(trigger, call.org) ?? []).filter(({ rule }) => rule === 'trigger-input'),
    call,
  );

function warn(findings: readonly Finding[], call: Call): void {
  for (const { rule, path, message, help } of findings) {
    const where = path === undefined ? '' : `${path}: `;
    call.warn(`${where}${message}.${help === undefined ? '' : ` ${help}`} (${rule})`);
  }
}

/** A route that warns of findings. Data actions can call it, too; from within it warns once the rules are loaded. */
export const warning = (route: Route): Route => ({ ...route, prepare: loadPublisher, worksUnprepared: true });
