import { localOrg, type LocalOrg, type LocalOrgOptions } from 'flowcdk/testing';
import { app } from '../../../../test/private/calls';
import type { Scene } from './scene';

/** Nothing listens there: the databases of the application are down. */
const DOWN = 'http://127.0.0.1:9';

/** The application of the repository, with the back office of a scene behind its URL; the office has its time from it. */
export async function shippedOrg(scene: Scene, url: string, options: LocalOrgOptions = {}): Promise<LocalOrg> {
  const key = await scene.office.keys.add('genesys', 'data action');
  const { databases, backOffice, ...others } = app.settings;
  const { alpha, beta, gamma } = databases;
  const application = app.with({
    settings: {
      ...others,
      databases: {
        ...databases,
        alpha: { ...alpha, baseUrl: DOWN },
        beta: { ...beta, baseUrl: DOWN },
        gamma: { ...gamma, baseUrl: DOWN, loginUrl: DOWN },
      },
      backOffice: { ...backOffice, url: `${url}/customers/supportResult` },
    },
  });
  const org = await localOrg(application, {
    ...options,
    overNetwork: true,
    variables: { back_office_user_name: 'flowcdk', back_office_password: key },
  });
  scene.livesBeside(org);
  return org;
}
