import { dataSource } from './base/resource';
import { type Config, optionalComputed } from './base/schema';

const schema = {
  /** Leave out; name of the org. */
  name: optionalComputed('string'),
  /** Leave out; short name of the org, used to sign in. */
  domain: optionalComputed('string'),
  /** Leave out; for instance `en-us`. */
  defaultLanguage: optionalComputed('string'),
  /** Leave out; two letters. */
  defaultCountryCode: optionalComputed('string'),
  /** Leave out; id of the telephony site. */
  defaultSiteId: optionalComputed('string'),
  /** Leave out; name of the org at a third party. */
  thirdPartyOrgName: optionalComputed('string'),
  /** Leave out; whether there is voicemail. */
  voicemailEnabled: optionalComputed('bool'),
  /** Leave out; platform the org runs on. */
  productPlatform: optionalComputed('string'),
  /** Leave out; where users find support. */
  supportUri: optionalComputed('string'),
};

export interface DataGenesyscloudOrganizationsMeConfig extends Config<typeof schema> {}

/** The org Terraform talks to. Give nothing; everything is read. */
export class DataGenesyscloudOrganizationsMe extends dataSource(
  'genesyscloud_organizations_me',
  schema,
)<DataGenesyscloudOrganizationsMeConfig> {}
