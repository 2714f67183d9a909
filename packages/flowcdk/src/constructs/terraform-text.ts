/**
 * Text that Terraform must take as it is: `${` and `%{` begin a template in its strings.
 * Everything we hand to Terraform that may hold them passes through here, and only here.
 */
export const literalText = (text: string): string => text.replace(/([$%])\{/g, '$1$1{');
