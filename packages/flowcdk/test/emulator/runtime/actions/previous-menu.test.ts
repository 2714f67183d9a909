import { heardAfter } from '../private/menus';

test('it leads back to the menu the caller was in before', () => {
  expect(heardAfter('previousMenu: { name: Back }')).toEqual(['Main?', 'Sub?', 'Main?']);
});
