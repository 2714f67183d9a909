import { heardAfter } from '../private/menus';

test('it leads to the menu it names', () => {
  const main = 'jumpToMenu: { name: Go, targetMenuRef: "/inboundCall/menus/menu[Main]" }';
  expect(heardAfter(main)).toEqual(['Main?', 'Sub?', 'Main?']);
});
