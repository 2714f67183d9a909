export { filesNamed as inputFiles } from '../files/files-named';

/** Standard input, which has no name. */
export const STDIN = '-';

/** The name that findings give to standard input. */
export const STDIN_NAME = 'stdin';

/** The largest text that is read from standard input, in bytes. */
const LARGEST = 64 * 1024 * 1024;

/** What standard input holds, or why it cannot be taken. */
export async function readStandardInput(): Promise<Uint8Array | { readonly reason: string }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > LARGEST) return { reason: `it has more than ${LARGEST} bytes` };
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
