/**
 * Text that Terraform must take as it is: `${` and `%{` begin a template in its strings. Every such text passes through
 * here, and only here.
 *
 * @example
 * ```ts
 * literalText('Costs ${amount}'); // Costs $${amount}
 * ```
 */
export function literalText(text: string): string;
export function literalText(text: string | undefined): string | undefined;
export function literalText(text: string | undefined): string | undefined {
  return text?.replace(/([$%])\{/g, '$1$1{');
}
