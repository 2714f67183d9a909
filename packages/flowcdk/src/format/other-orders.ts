/**
 * Orders of keys that some exports have and others contradict. A map whose keys all stand in one of them keeps it; any
 * other map gets the order most exports have.
 */
export const otherOrders: readonly (readonly string[])[] = [
  // A menu of exports from before the choices moved behind the settings.
  ['name', 'refId', 'choices', 'audio', 'settingsMenu', 'settingsSpeechRec', 'defaultChildMenuRef'],
  // Hold Music, in an example of the Terraform provider.
  ['name', 'playStyle', 'bargeInEnabled', 'prompt'],
];
