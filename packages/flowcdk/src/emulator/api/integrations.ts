import { EVENT_SOURCE_TYPE, sourceProblems } from '../../event-bridge';
import { type JsonObject, omit } from '../state/json';
import type { Integration } from '../state/tables/integration';
import { danglingReferences } from '../state/references';
import type { Call } from './call';
import { collection } from './collection';
import { giveCustomAuthAction, takeCustomAuthAction } from '../state/custom-auth-action';
import { integrationType, integrationTypes, warnOfUnknown } from './integration-types';
import { dangling, versionMismatch, wrongValue } from './refusals';
import type { Route } from './route';
import { invocationUrl } from './webhooks';
import { anyObject, mapOf, oneOf, reference, text, whole } from '../state/shape';

const path = '/api/v2/integrations';
const permission = 'integrations:integration';

/** The integration as the API shows it. Its settings are a resource of their own. */
const shown = (entity: Integration, origin: string): JsonObject => {
  const enabled = entity.intendedState === 'ENABLED';
  return {
    ...omit(entity, ['configVersion', 'properties', 'advanced', 'credentials']),
    ...(entity.integrationType.id === 'webhook' ? { attributes: webhookOf(entity, origin) } : {}),
    reportedState: { code: enabled ? 'ACTIVE' : 'INACTIVE', effective: enabled ? 'Active' : 'Inactive' },
    selfUri: `${path}/${entity.id}`,
  };
};

/**
 * The address for the messages of a webhook. The id never changes; the host is the address at which the org listens.
 */
const webhookOf = ({ id }: Integration, origin: string): JsonObject => ({
  webhookId: id,
  invocationUrl: invocationUrl(id, origin),
});

/** The settings of an integration. Terraform's provider needs every field, empty ones as well. */
const settingsOf = (entity: Integration, { org }: Call): JsonObject => ({
  id: entity.id,
  name: entity.name,
  version: entity.configVersion,
  notes: entity.notes ?? '',
  properties: entity.properties ?? {},
  advanced: entity.advanced ?? {},
  credentials: Object.fromEntries(
    Object.entries(entity.credentials ?? {}).map(([slot, { id }]) => {
      const credential = org.get('credential', id);
      const name = credential?.name;
      return [
        slot,
        { id, ...(name === undefined ? {} : { name }), type: credential?.type, selfUri: `${path}/credentials/${id}` },
      ];
    }),
  ),
  selfUri: `${path}/${entity.id}/config/current`,
});

function changeSettings(call: Call): JsonObject {
  const { org } = call;
  const before = call.the('integration');
  const sent = call.object({
    name: text(256),
    notes: text(),
    version: whole(),
    properties: anyObject,
    advanced: anyObject,
    credentials: mapOf(reference),
  });
  const current = before.configVersion;
  if (sent.version !== current) throw versionMismatch('integration', sent.version, current);
  const { name, notes = '', properties = {}, advanced = {}, credentials = {} } = sent;
  const after: Integration = {
    ...before,
    ...(name === undefined || name === '' ? {} : { name }),
    notes,
    properties,
    advanced,
    credentials: Object.fromEntries(Object.entries(credentials).map(([slot, { id }]) => [slot, { id }])),
    configVersion: current + 1,
  };
  checkEventSource(after);
  const missing = danglingReferences(org, 'integration', after);
  if (missing.length > 0) throw dangling(missing);
  checkCredentials(after, call);
  org.put('integration', after);
  giveCustomAuthAction(after, org);
  return settingsOf(after, call);
}

/** The bounds are documented. That the platform refuses what is outside of them is assumed. */
function checkEventSource({ integrationType, properties = {} }: Integration): void {
  if (integrationType.id !== EVENT_SOURCE_TYPE) return;
  const problems = sourceProblems(properties);
  if (problems.length > 0) throw wrongValue(`properties: ${problems.join('; ')}`);
}

/** Checks that the credential in each known slot fits it. A slot that the local org does not know is a warning. */
function checkCredentials({ integrationType: { id: typeId }, credentials = {} }: Integration, call: Call): void {
  const { org } = call;
  const type = integrationType(typeId);
  for (const [slot, { id }] of Object.entries(credentials)) {
    const takes = type?.credentials[slot];
    if (!takes) {
      const slots = Object.keys(type?.credentials ?? {});
      warnOfUnknown(call, `credentials.${slot}`, `slot for credentials of the type ${typeId}`, slot, slots);
      continue;
    }
    const credentialType = org.get('credential', id)?.type.name ?? '';
    if (!takes.includes(credentialType)) {
      throw wrongValue(`credentials.${slot}: takes credentials of type ${takes.join(', ')}, not ${credentialType}`);
    }
  }
}

export const integrationRoutes: readonly Route[] = [
  ...collection({
    kind: 'integration',
    path,
    permission,
    certainty: 'documented',
    note: 'A type that the local org does not know is taken with a warning. A webhook has an id and an address at which it takes events.',
    verbs: ['list', 'create', 'read', 'delete'],
    complete: (sent, call) => {
      const { id } = sent.integrationType;
      const known = integrationTypes.map((offered) => offered.id);
      const name = integrationType(id)?.name ?? id;
      if (!known.includes(id)) warnOfUnknown(call, 'integrationType.id', 'type of integration', id, known);
      return {
        name,
        ...sent,
        integrationType: { id, name, selfUri: `${path}/types/${id}` },
        configVersion: 1,
      };
    },
    view: (integration, _shown, { parts }) => shown(integration, parts.origin),
    deleting: (integration, { org }) => takeCustomAuthAction(integration.id, org),
  }),
  {
    method: 'PATCH',
    path: `${path}/:id`,
    does: 'switches an integration on or off',
    permission: `${permission}:edit`,
    answers: [200, 404],
    certainty: 'documented',
    note: 'It is active, or inactive, at once.',
    handle: (call) => {
      const before = call.the('integration');
      const { intendedState } = call.object({ intendedState: oneOf('ENABLED', 'DISABLED') });
      return shown(
        call.org.put('integration', { ...before, ...(intendedState ? { intendedState } : {}) }),
        call.parts.origin,
      );
    },
  },
  {
    method: 'GET',
    path: `${path}/:id/config/current`,
    does: 'gives the settings of an integration',
    permission: `${permission}:view`,
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => settingsOf(call.the('integration'), call),
  },
  {
    method: 'PUT',
    path: `${path}/:id/config/current`,
    does: 'changes the settings of an integration',
    permission: `${permission}:edit`,
    answers: [200, 404, 409],
    certainty: 'documented',
    note: 'A credential of type userDefinedOAuth brings the custom auth action with it.',
    handle: changeSettings,
  },
];
