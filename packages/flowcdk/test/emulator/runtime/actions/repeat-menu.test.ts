import { heardAfter } from '../private/menus';

test('it leads back to the menu the caller is in', () => {
  expect(heardAfter('repeatMenu: { name: Again }')).toEqual(['Main?', 'Sub?', 'Sub?']);
});
