import type { SourceLine } from '../ground/source-line';
import {
  credentialFieldName,
  functionCategory,
  integrationNameEmpty,
  permissionSyntax,
  secretName,
  integrationNameTooLong,
} from './errors';
import type { Finding } from '../ground/finding';
import type { CredentialOf, CredentialType, Secret } from './credential';
import { limits, propertyName } from './limits';

interface IntegrationParts {
  readonly name: string;
  readonly credential?: CredentialOf<CredentialType, string>;
  readonly permissions?: readonly string[];
}

/** The problems that an integration shows by itself. */
export function integrationProblems(integration: IntegrationParts, at: SourceLine | undefined): Finding[] {
  const path = `integration ${integration.name}`;
  const wrongPermissions = (integration.permissions ?? []).filter((permission) => !permissionForm.test(permission));
  return [
    ...nameProblems(path, integration.name, at),
    ...credentialProblems(path, integration.credential, at),
    ...wrongPermissions.map((permission) => permissionSyntax(path, permission, at)),
  ];
}

const permissionForm = /^[A-Za-z]+:[A-Za-z*]+:[A-Za-z*]+$/;

function nameProblems(path: string, name: string, at: SourceLine | undefined): Finding[] {
  if (name.trim() === '') return [integrationNameEmpty(at)];
  return [
    ...(name.length > limits.longestName ? [integrationNameTooLong(path, name, limits.longestName, at)] : []),
    ...(isFunctionCategory(name) ? [functionCategory(path, name, at)] : []),
  ];
}

/** The provider takes an action of such a category for a function (seen in its code). */
const isFunctionCategory = (category: string): boolean =>
  category.toLowerCase().replace(/[_-]/g, ' ').includes('function data action');

function credentialProblems(
  path: string,
  credential: CredentialOf<CredentialType, string> | undefined,
  at: SourceLine | undefined,
): Finding[] {
  return Object.entries(credential?.fields ?? {}).flatMap(([field, value]: [string, Secret | string]) => [
    ...(propertyName.test(field) ? [] : [credentialFieldName(path, field, at)]),
    ...(typeof value === 'object' && !terraformName.test(value.name) ? [secretName(path, value.name, at)] : []),
  ]);
}

/** What we call Terraform variables. */
const terraformName = /^[a-z][a-z0-9_]*$/;
