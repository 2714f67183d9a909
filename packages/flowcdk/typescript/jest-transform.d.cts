/** TypeScript as JavaScript that jest runs; types are taken away, not checked. */
export function process(source: string, file: string): { readonly code: string; readonly map: string };
/** Changes where the source, the file or the compiler does. */
export function getCacheKey(source: string, file: string): string;
