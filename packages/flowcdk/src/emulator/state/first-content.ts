import type { Org } from './org';

/** Adds the things that an organisation has from its first day. */
export function addFirstContent(org: Org): void {
  if (org.all('organization').length > 0) return;
  org.transaction(() => {
    addOrganization(org);
    addRoles(org);
    addNumbers(org);
  });
}

/** The organisation itself, its location and its home division. */
function addOrganization(org: Org): void {
  const location = org.put('location', {
    id: org.newId(),
    name: 'Headquarters',
    state: 'active',
    path: [],
    version: 1,
  });
  // Every organisation with cloud media has a site that the platform runs (believed, as is its name).
  const site = org.put('site', {
    id: org.newId(),
    name: 'PureCloud Voice - AWS',
    location: { id: location.id },
    mediaModel: 'Cloud',
    managed: true,
    state: 'active',
    version: 1,
  });
  org.put('organization', {
    id: org.newId(),
    name: 'Local Org',
    defaultLanguage: 'en-us',
    defaultCountryCode: 'US',
    domain: 'local.example',
    defaultSiteId: site.id,
    thirdPartyOrgName: 'localorg',
    state: 'active',
    voicemailEnabled: false,
    productPlatform: 'PureCloud',
    supportURI: '',
  });
  org.put('division', { id: org.newId(), name: 'Home', description: '', homeDivision: true });
}

function addRoles(org: Org): void {
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
}

function addNumbers(org: Org): void {
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
}

/**
 * Roles of every organisation, by key and name. The names are those of public configurations. The key `employee` is
 * documented, the other keys are assumed. The cloud has more roles.
 */
const defaultRoles = [
  ['employee', 'employee'],
  ['user', 'User'],
  ['supervisor', 'Supervisor'],
  ['admin', 'admin'],
  ['communicate-user', 'Communicate - User'],
  ['communicate-admin', 'Communicate - Admin'],
  ['telephony-admin', 'Telephony Admin'],
  ['quality-administrator', 'Quality Administrator'],
  ['outbound-agent', 'Outbound Agent'],
  ['outbound-admin', 'Outbound Admin'],
  ['developer', 'Developer'],
  ['purecloud-admin', 'Master Admin'],
] as const;

/** Number ranges that the regulators of the United Kingdom, France and North America reserve for drama. */
const fictionalNumbers = [
  ['+442079460000', '+442079460999'],
  ['+33199000000', '+33199009999'],
  ['+12025550100', '+12025550199'],
] as const;
