import { App } from '@flowcdk/provider-genesyscloud/cdktf';

/**
 * A CDKTF app as all of ours are: no stack traces in what is written, and Terraform new enough for every option of the
 * backends (CDKTF's successor checks them against the versions it is told).
 */
export const newApp = (outdir?: string): App =>
  new App({
    stackTraces: false,
    context: { targetVersions: { terraform: '>=1.10.0', opentofu: '>=1.10.0' } },
    ...(outdir === undefined ? {} : { outdir }),
  });
