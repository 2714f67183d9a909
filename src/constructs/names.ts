/** A name as an identifier of Terraform and of files: `Find customer in Alpha` → `find-customer-in-alpha`. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/^(?=\d|$)/, 'n-');
