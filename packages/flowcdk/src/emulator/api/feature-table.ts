import { permissionsOf, type Route } from './route';

/** Every route as a row, for `docs/emulator.md`. */
export function featureTable(routes: readonly Route[]): string {
  const rows = routes.map((route) => [
    `\`${route.method} ${route.path.replace(/:(\w+)/g, '{$1}')}\``,
    route.note === undefined ? route.does : `${route.does}. ${route.note}`,
    permissionsOf(route)
      .map((permission) => `\`${permission}\``)
      .join(' and '),
    route.answers.join(', '),
    route.certainty,
  ]);
  const head = ['Request', 'What it does', 'Permission in the cloud', 'Answers', 'How sure'];
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
