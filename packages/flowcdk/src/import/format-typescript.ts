/**
 * TypeScript in the layout of Prettier, as `flowcdk init` writes its projects. The standalone build of Prettier is loaded,
 * because its main entry loads modules that jest cannot load on Node 20.
 */
export async function formatTypeScript(text: string): Promise<string> {
  const { format } = await import('prettier/standalone');
  const [estree, typescript] = await Promise.all([
    import('prettier/plugins/estree'),
    import('prettier/plugins/typescript'),
  ]);
  return format(text, {
    parser: 'typescript',
    plugins: [typescript, estree],
    printWidth: 120,
    singleQuote: true,
    trailingComma: 'all',
  });
}
