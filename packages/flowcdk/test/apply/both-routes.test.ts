import { join } from 'node:path';
import identification from '../../../../flowcdk.config';
import unhappyCustomer from '../../../../applications/unhappy-customer-callback/flowcdk.config';
import { type Application, type OpenApplication, openApplication } from '../../src/application';
import { type DataAction, exportedAction } from '../../src/data-action';
import { WHOLE_INPUT } from '../../src/data-action/export/exported-action';
import { importDataActions } from '../../src/emulator/import-data-actions';
import { Org } from '../../src/emulator/state/org';
import { localOrg } from '../../src/testing';

// A data action reaches an org by Terraform, or as a file for the Import button. Both give the same data action, on an
// integration of the same type.

const root = join(__dirname, '../../../..');

const applications: readonly (readonly [string, Application, string])[] = [
  ['caller-identification', identification as unknown as Application, root],
  [
    'unhappy-customer-callback',
    unhappyCustomer as unknown as Application,
    join(root, 'applications/unhappy-customer-callback'),
  ],
];

function opened(application: Application, folder: string): OpenApplication {
  const { opened: open } = openApplication(application, { folder });
  if (!open) throw new Error('the application does not open');
  return open;
}

/**
 * What callers of a data action notice of it, and the type of its integration. Without a template for the body it is the
 * whole input (documented): Terraform leaves the template out, the Export button writes it.
 */
const essence = (org: Org, action: ReturnType<typeof actionNamed>) => ({
  name: action.name,
  secure: action.secure ?? false,
  integrationType: org.get('integration', action.integrationId)?.integrationType.id,
  request: { ...action.config.request, requestTemplate: action.config.request?.requestTemplate || WHOLE_INPUT },
  response: action.config.response,
  contract: action.contract,
});

function actionNamed(org: Org, name: string) {
  const action = org.all('dataAction').find((known) => known.name === name);
  if (!action) throw new Error(`the org has no data action ${name}`);
  return action;
}

/** The data actions that can be files. One that needs an id that only the deployment knows cannot. */
const filesIn = ({ definitions }: OpenApplication): readonly DataAction[] =>
  definitions
    .filter((definition): definition is DataAction => definition.definition === 'dataAction')
    .filter((action) => exportedAction(action) !== undefined);

describe.each(applications)('the data actions of %s', (_, application, folder) => {
  const actions = filesIn(opened(application, folder));
  let terraform: Org;
  beforeAll(async () => {
    terraform = (await localOrg(opened(application, folder))).runtime.org;
  }, 60_000);

  test.each(actions.map((action) => [action.name, action] as const))(
    '%s is the same by both routes',
    (name, action) => {
      const exported = exportedAction(action);
      if (!exported) throw new Error('it cannot be a file');
      let ids = 0;
      const byHand = new Org({ now: () => new Date(0), newId: () => `id-${(ids += 1)}` });
      const [imported] = importDataActions(byHand, [exported], { credentialValue: (field) => field });

      expect(imported && essence(byHand, imported)).toEqual(essence(terraform, actionNamed(terraform, name)));
    },
  );
});

test('the table is not empty: each application has data actions that can be files', () => {
  const counts = applications.map(([, application, folder]) => filesIn(opened(application, folder)).length);

  expect(counts).toEqual([4, 6]);
});
