import { localOrg, type LocalOrg, type LocalOrgOptions } from 'flowcdk/testing';
import type { DataActionResult } from '../../../flowcdk/src/emulator/runtime/data-actions/data-action-runner';
import { app } from '../../../../test/private/calls';
import type { Fetch } from '../../src';
import type { Scene } from './scene';

/**
 * The API of an org, with data actions: they take time, which passes at once.
 *
 * @see LocalOrg.fetch
 */
export const apiOf =
  (org: LocalOrg): Fetch =>
  async (url, { method, body }) => {
    const [, actionId] = /\/integrations\/actions\/([^/]+)\/execute$/.exec(new URL(url).pathname) ?? [];
    const sent = typeof body === 'string' ? { body } : {};
    if (actionId === undefined) return org.fetch(url, { ...(method === undefined ? {} : { method }), ...sent });
    let result: DataActionResult | undefined;
    const inputs = JSON.parse(sent.body ?? '{}') as Record<string, string>;
    org.runtime.dataActions.execute({ actionId, inputs, place: {} })((ended) => (result = ended));
    await org.clock.run(() => result !== undefined);
    if (result?.outcome === 'success') return Response.json(result.result);
    return new Response(null, { status: result?.failure.status ?? 500 });
  };

/** Nothing listens there: the databases of the application are down. */
const DOWN = 'http://127.0.0.1:9';

/** The application of the repository, with the back office of a scene behind its URL; the office has its time from it. */
export async function shippedOrg(
  scene: Scene,
  url: string,
  { alphaUrl = DOWN, ...options }: LocalOrgOptions & { readonly alphaUrl?: string } = {},
): Promise<LocalOrg> {
  const key = await scene.office.keys.add('genesys', 'data action');
  const { databases, backOffice, supportLine, ...others } = app.settings;
  const { alpha, beta, gamma } = databases;
  const application = app.with({
    settings: {
      ...others,
      databases: {
        ...databases,
        alpha: { ...alpha, baseUrl: alphaUrl },
        beta: { ...beta, baseUrl: DOWN },
        gamma: { ...gamma, baseUrl: DOWN, loginUrl: DOWN },
      },
      supportLine: { ...supportLine, screenPop: 'Customer of the call' },
      backOffice: { ...backOffice, url: `${url}/customers/supportResult` },
    },
  });
  const org = await localOrg(application, {
    ...options,
    overNetwork: true,
    variables: { back_office_user_name: 'flowcdk', back_office_password: key },
  });
  scene.livesBeside(apiOf(org), () => org.clock.now());
  return org;
}
