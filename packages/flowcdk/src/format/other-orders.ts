/**
 * Orders of keys that only some exports have. A map whose keys all stand in such an order keeps it. Any other map gets
 * the order of most exports.
 */
export const otherOrders: readonly (readonly string[])[] = [
  // Menus in older exports, where the choices come before the settings.
  ['name', 'refId', 'choices', 'audio', 'settingsMenu', 'settingsSpeechRec', 'defaultChildMenuRef'],
  // Hold Music, in an example of the Terraform provider.
  ['name', 'playStyle', 'bargeInEnabled', 'prompt'],
];
