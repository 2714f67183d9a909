import { type JsonObject, omit } from '../state/json';
import { type WebConfiguration, webSettings } from '../state/tables/web-deployment';
import type { BodyOf } from '../state/shape';
import { removeThing } from '../state/references';
import { collection } from './collection';
import { matches } from './paging';
import { notThere, wrongValue } from './refusals';
import type { Route } from './route';

const path = '/api/v2/webdeployments/configurations';
const permission = 'webDeployments:configuration';

type WebSettings = BodyOf<typeof webSettings>;

/** The settings of a configuration. Every published version has a copy of them. */
const settingsIn = (sent: WebSettings): WebSettings & JsonObject => ({
  ...omit(sent, ['id', 'version', 'status', 'selfUri', 'published']),
  name: sent.name,
  languages: sent.languages,
  defaultLanguage: sent.defaultLanguage,
});

const shownVersion = (id: string, settings: JsonObject, version: string): JsonObject => ({
  ...settings,
  id,
  version,
  status: 'Active',
  selfUri: `${path}/${id}/versions/${version}`,
});

const draftOf = (configuration: WebConfiguration): JsonObject =>
  shownVersion(configuration.id, settingsIn(configuration), 'DRAFT');

function checked(sent: WebSettings): WebSettings {
  if (!sent.languages.includes(sent.defaultLanguage)) {
    throw wrongValue(`defaultLanguage: '${sent.defaultLanguage}' is none of the languages`, 'defaultLanguage');
  }
  return settingsIn(sent);
}

const versionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    does: 'lists the configurations, each as its draft',
    permission: `${permission}:view`,
    answers: [200],
    certainty: 'documented',
    handle: (call) => {
      const all = call.org.all('webConfiguration');
      const name = call.query('name');
      const shown = all.filter(
        (configuration) =>
          (name === undefined || matches(configuration.name, name)) &&
          (call.query('showOnlyPublished') !== 'true' || configuration.published.length > 0),
      );
      return { total: shown.length, entities: shown.map(draftOf), selfUri: path };
    },
  },
  {
    method: 'POST',
    path,
    does: 'creates a configuration, as a draft',
    permission: `${permission}:add`,
    answers: [200],
    certainty: 'documented',
    handle: (call) => {
      const settings = checked(call.object(webSettings));
      return draftOf(call.org.put('webConfiguration', { ...settings, id: call.org.newId(), published: [] }));
    },
  },
  {
    method: 'DELETE',
    path: `${path}/:id`,
    does: 'deletes a configuration with all its versions',
    permission: `${permission}:delete`,
    answers: [204, 404, 409],
    certainty: 'documented',
    handle: (call) => {
      removeThing(call.org, 'webConfiguration', call.the('webConfiguration'));
      return undefined;
    },
  },
  {
    method: 'GET',
    path: `${path}/:id/versions/draft`,
    does: 'gives the draft of a configuration',
    permission: `${permission}:view`,
    answers: [200, 404],
    certainty: 'documented',
    note: 'A draft is active at once.',
    handle: (call) => draftOf(call.the('webConfiguration')),
  },
  {
    method: 'PUT',
    path: `${path}/:id/versions/draft`,
    does: 'changes the draft of a configuration',
    permission: `${permission}:edit`,
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => {
      const before = call.the('webConfiguration');
      const settings = checked(call.object(webSettings));
      return draftOf(call.org.put('webConfiguration', { ...settings, id: before.id, published: before.published }));
    },
  },
  {
    method: 'POST',
    path: `${path}/:id/versions/draft/publish`,
    does: 'makes the draft the next version of a configuration',
    permission: [`${permission}:edit`, `${permission}:add`],
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => {
      const before = call.the('webConfiguration');
      const settings = settingsIn(before);
      const published = [...before.published, settings];
      call.org.put('webConfiguration', { ...before, published });
      return shownVersion(before.id, settings, String(published.length));
    },
  },
  {
    method: 'GET',
    path: `${path}/:id/versions`,
    does: 'lists the versions of a configuration and its draft',
    permission: `${permission}:view`,
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => {
      const configuration = call.the('webConfiguration');
      const versions = configuration.published.map((settings, i) =>
        shownVersion(configuration.id, settings, String(i + 1)),
      );
      return { total: versions.length + 1, entities: [...versions.reverse(), draftOf(configuration)] };
    },
  },
  {
    method: 'GET',
    path: `${path}/:id/versions/:version`,
    does: 'gives one version of a configuration',
    permission: `${permission}:view`,
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => {
      const configuration = call.the('webConfiguration');
      const version = call.param('version');
      const settings = configuration.published[Number(version) - 1];
      if (!settings) throw notThere('version', version);
      return shownVersion(configuration.id, settings, version);
    },
  },
];

const deployments = collection({
  kind: 'webDeployment',
  path: '/api/v2/webdeployments/deployments',
  permission: 'webDeployments:deployment',
  certainty: 'documented',
  note: 'A deployment is active at once; its snippet leads nowhere.',
  deleteAnswers: 204,
  complete: (sent, { org }) => {
    const { configuration } = sent;
    const stored = org.get('webConfiguration', configuration.id);
    const version = configuration.version ?? String(stored ? stored.published.length : 1);
    return { ...sent, configuration: { ...configuration, version } };
  },
});

export const webDeploymentRoutes: readonly Route[] = [...versionRoutes, ...deployments];
