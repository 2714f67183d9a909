/** A name as an identifier of Terraform and of files: `Find customer in Alpha` → `find-customer-in-alpha`. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/^(?=\d)/, 'n-') || 'unnamed';

/** The first of `wanted`, `wanted-2`, `wanted-3` … that is free: two names may differ in nothing a slug keeps. */
export function firstFree(wanted: string, isTaken: (candidate: string) => boolean): string {
  let free = wanted;
  for (let n = 2; isTaken(free); n++) free = `${wanted}-${n}`;
  return free;
}
