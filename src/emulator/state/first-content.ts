import type { Org } from './org';

/** What an organisation has from its first day. */
export function addFirstContent(org: Org): void {
  if (org.all('organization').length > 0) return;
  org.transaction(() => {
    org.put('organization', {
      id: org.newId(),
      name: 'Local Org',
      defaultLanguage: 'en-us',
      defaultCountryCode: 'US',
      domain: 'local.example',
      thirdPartyOrgName: 'localorg',
      state: 'active',
      voicemailEnabled: false,
      productPlatform: 'PureCloud',
      supportURI: '',
    });
    org.put('division', { id: org.newId(), name: 'Home', description: '', homeDivision: true });
    for (const [key, name] of defaultRoles) {
      org.put('role', {
        id: org.newId(),
        name,
        description: '',
        permissions: [],
        permissionPolicies: [],
        defaultRoleId: key,
        default: true,
      });
    }
    for (const [start, end] of fictionalNumbers) {
      org.put('didPool', {
        id: org.newId(),
        startPhoneNumber: start,
        endPhoneNumber: end,
        description: 'Numbers for fiction: nobody can be called by accident',
        comments: '',
        provider: 'PURE_CLOUD',
        state: 'active',
      });
    }
  });
}

/** Roles every organisation has (documented; there are more). */
const defaultRoles = [
  ['employee', 'employee'],
  ['admin', 'admin'],
  ['purecloud-admin', 'Master Admin'],
] as const;

/** Ranges set aside for drama by the regulators of the United Kingdom, France and North America. */
const fictionalNumbers = [
  ['+442079460000', '+442079460999'],
  ['+33199000000', '+33199009999'],
  ['+12025550100', '+12025550199'],
] as const;
