import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serviceKinds } from '../../../../src/story/service-kinds';
import { standIns } from '../../../../src/story/stand-ins';
import { shippedSettings } from '../../../../test/private/shipped';
import { buildServices, servicesIn, servicesSchema } from '../../src/testing/services';
import { root } from './page';

// docs/services.md and the schema beside it: files of services of the application in the box.

const names = Object.keys(standIns(shippedSettings()));
const read = (name: string): string => readFileSync(join(root, 'docs', name), 'utf8');

test('the file that the page shows is read', () => {
  const [, example = ''] = /```yaml\n(.*?)```/s.exec(read('services.md')) ?? [];
  const { services, findings } = servicesIn(example, 'services.md', { kinds: serviceKinds, names });

  expect(findings).toBeUndefined();
  expect(Object.keys(buildServices(services ?? { services: {} }, serviceKinds))).toEqual([
    'alpha',
    'beta',
    'backOffice',
  ]);
});

test('the schema for editors says the same', () => {
  expect(JSON.parse(read('services.schema.json'))).toEqual(
    JSON.parse(JSON.stringify(servicesSchema(serviceKinds, names))),
  );
});
