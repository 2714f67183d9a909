/** Where an org is reached. */
export interface OrgAddress {
  /** What people call it: `eu-central-1`, or the address of a local org. */
  readonly name: string;
  /** `https://api.mypurecloud.de` */
  readonly api: string;
  /** `https://login.mypurecloud.de`; a local org gives tokens at the address of its API. */
  readonly login: string;
}

/**
 * The domains of the regions of Genesys Cloud, by the names that Terraform's provider and `GENESYSCLOUD_REGION` have
 * (read in the provider 1.82 and in the official JavaScript SDK).
 */
const domains: Readonly<Record<string, string>> = {
  'us-east-1': 'mypurecloud.com',
  'us-east-2': 'use2.us-gov-pure.cloud',
  'us-west-2': 'usw2.pure.cloud',
  'ca-central-1': 'cac1.pure.cloud',
  'mx-central-1': 'mxc1.pure.cloud',
  'sa-east-1': 'sae1.pure.cloud',
  'eu-west-1': 'mypurecloud.ie',
  'eu-west-2': 'euw2.pure.cloud',
  'eu-central-1': 'mypurecloud.de',
  'eu-central-2': 'euc2.pure.cloud',
  'eusc-de-east-1': 'edee1.eusc-pure.cloud',
  'me-central-1': 'mec1.pure.cloud',
  'ap-south-1': 'aps1.pure.cloud',
  'ap-southeast-1': 'apse1.pure.cloud',
  'ap-southeast-2': 'mypurecloud.com.au',
  'ap-northeast-1': 'mypurecloud.jp',
  'ap-northeast-2': 'apne2.pure.cloud',
  'ap-northeast-3': 'apne3.pure.cloud',
};

/** The names of the regions of Genesys Cloud. */
export const regions: readonly string[] = Object.keys(domains);

/** The address of a region by its name; undefined where there is none of that name. */
export function regionAddress(region: string): OrgAddress | undefined {
  const domain = Object.hasOwn(domains, region) ? domains[region] : undefined;
  return domain === undefined
    ? undefined
    : { name: region, api: `https://api.${domain}`, login: `https://login.${domain}` };
}

/** The address of a local org by its URL; undefined where the text is no such URL. */
export function localAddress(text: string): OrgAddress | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, origin, username, password } = new URL(text);
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return undefined;
  return { name: origin, api: origin, login: origin };
}
