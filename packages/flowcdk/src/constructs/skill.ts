import { Construct } from 'constructs';
import { RoutingLanguage } from '@flowcdk/provider-genesyscloud/lib/routing-language';
import { RoutingSkill } from '@flowcdk/provider-genesyscloud/lib/routing-skill';
import type { LanguageSkillDefinition, SkillDefinition } from '../routing';
import { Deployed } from './deployed';
import { literalText } from './terraform-text';

/** A skill. */
export class Skill extends Construct {
  readonly resource: RoutingSkill;

  constructor(scope: Construct, id: string, { skill }: { readonly skill: SkillDefinition }) {
    super(scope, id);
    this.resource = new RoutingSkill(this, 'skill', { name: literalText(skill.name) });
    Deployed.of(this).create(skill, { id: this.resource.id, element: this.resource });
  }
}

/** A language skill. */
export class LanguageSkill extends Construct {
  readonly resource: RoutingLanguage;

  constructor(scope: Construct, id: string, { language }: { readonly language: LanguageSkillDefinition }) {
    super(scope, id);
    this.resource = new RoutingLanguage(this, 'language', { name: literalText(language.name) });
    Deployed.of(this).create(language, { id: this.resource.id, element: this.resource });
  }
}
