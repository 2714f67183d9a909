import { provider, type ProviderConfig } from '@flowcdk/provider-genesyscloud/lib/base/provider';
import { optional } from '@flowcdk/provider-genesyscloud/lib/base/schema';

/** The provider of the classes in this folder, and the versions for which they were written. */
export const aws = { providerName: 'aws', providerVersionConstraint: '>= 5.100.0, < 6.0.0' };

const schema = {
  /** Region of everything that the provider makes. Also `AWS_REGION`. */
  region: optional('string'),
  /** A named profile of the AWS configuration on this machine. Also `AWS_PROFILE`. */
  profile: optional('string'),
};

export interface AwsProviderConfig extends ProviderConfig<typeof schema> {}

/** How Terraform reaches AWS. Credentials come from the environment. */
export class AwsProvider extends provider('aws', 'hashicorp/aws', schema, aws)<AwsProviderConfig> {}
