import { shownFile } from '../../../src/check/reporters/shown-file';

test.each([
  ['a file of the folder is named from it', '/project/flows/a.yaml', 'flows/a.yaml'],
  ['one that ends with points, too', '/project/flows/a..', 'flows/a..'],
  ['the folder itself keeps its name', '/project', '/project'],
  ['a file outside keeps its name', '/other/a.yaml', '/other/a.yaml'],
  ['a file whose folder begins alike lies outside', '/project-2/a.yaml', '/project-2/a.yaml'],
  ['a file that is named from here stays', 'flows/a.yaml', 'flows/a.yaml'],
  ['a path of Windows has slashes', 'flows\\a.yaml', 'flows/a.yaml'],
])('%s', (_, file, shown) => expect(shownFile(file, '/project')).toBe(shown));
