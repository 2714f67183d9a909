import { webConfiguration, webDeployment } from '../../../../src/emulator/state/tables/web-deployment';
import { testTable } from '../private/table-test';

testTable(webDeployment, { name: 'Site', configuration: { id: 'c' } }, [
  [
    { status: 'Active' },
    { status: 'Asleep' },
    'status is "Asleep"; expected one of Pending, Active, Inactive, Error, Deleting',
  ],
]);

describe('a configuration', () => {
  testTable(webConfiguration, { name: 'Chat', languages: ['en-us'], defaultLanguage: 'en-us' }, [
    [
      { messenger: { launcherButton: { visibility: 'OnDemand' } } },
      { messenger: { launcherButton: { visibility: 'Sometimes' } } },
      'messenger.launcherButton.visibility is "Sometimes"; expected one of On, Off, OnDemand',
    ],
    [
      { journeyEvents: { pageviewConfig: 'Once' } },
      { journeyEvents: { pageviewConfig: 'Twice' } },
      'journeyEvents.pageviewConfig is "Twice"; expected one of Auto, Once, Off',
    ],
  ]);
});
