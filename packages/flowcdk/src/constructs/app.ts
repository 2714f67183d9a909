import { App } from '@flowcdk/provider-genesyscloud/cdktf';

/**
 * A CDKTF app with our options: no stack traces in the output, and a Terraform version that knows every option of the
 * backends (CDKTF's successor checks the options against the versions).
 */
export const newApp = (outdir?: string): App =>
  new App({
    stackTraces: false,
    context: { targetVersions: { terraform: '>=1.10.0', opentofu: '>=1.10.0' } },
    ...(outdir === undefined ? {} : { outdir }),
  });
