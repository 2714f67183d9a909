import type { Route } from './route';

/** Every route as a row, for `docs/emulator.md`. */
export function featureTable(routes: readonly Route[]): string {
  const rows = routes.map(({ method, path, does, permission, answers, certainty, note }) => [
    `\`${method} ${path.replace(/:(\w+)/g, '{$1}')}\``,
    note === undefined ? does : `${does}. ${note}`,
    permission === undefined ? '' : `\`${permission}\``,
    answers.join(', '),
    certainty,
  ]);
  const head = ['Request', 'What it does', 'Permission in the cloud', 'Answers', 'How sure'];
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
