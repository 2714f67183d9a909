import { Construct } from 'constructs';
import type { Defined } from '../architect/definition';
import { Group } from '@flowcdk/provider-genesyscloud/lib/group';
import type { GroupDefinition } from '../routing';
import { Deployed } from './deployed';
import { literalText } from './terraform-text';

/** A group of users. */
export class UserGroup extends Construct {
  readonly resource: Group;

  constructor(scope: Construct, id: string, { group }: { readonly group: GroupDefinition }) {
    super(scope, id);
    const deployed = Deployed.of(this);
    const ids = (users: readonly Defined<'user'>[] | undefined) => users?.map((user) => deployed.idOf(user) ?? '');
    const { voicemail } = group;
    this.resource = new Group(this, 'group', {
      name: literalText(group.name),
      description: literalText(group.description),
      type: group.type,
      visibility: group.visibility,
      rulesVisible: group.rulesVisible,
      addresses: group.addresses?.map(({ type, number, extension }) => ({ type, number, extension })),
      ownerIds: ids(group.owners),
      memberIds: ids(group.members),
      rolesEnabled: group.rolesEnabled,
      callsEnabled: group.callsEnabled,
      includeOwners: group.includeOwners,
      voicemailPolicy: voicemail && {
        sendEmailNotifications: voicemail.notify,
        disableEmailPii: voicemail.withoutPersonalData,
        includeEmailTranscriptions: voicemail.withTranscription,
      },
    });
    deployed.create(group, { id: this.resource.id, element: this.resource });
  }
}
