import type { ComponentType } from 'react'
import { AbilityPart } from './ability'
import { Absences } from './absences'
import { ApplyPart } from './apply'
import { CardPart } from './card'
import { Categories } from './categories'
import { CirclePart } from './circle'
import { Consents } from './consents'
import { Contacts } from './contacts'
import { CopyForElder } from './copy'
import { Death } from './death'
import { Diet } from './diet'
import { EraseElder } from './erase'
import { Home } from './home'
import { IdentityPart } from './identity'
import { Invite } from './invite'
import { Move } from './move'
import type { PartProps } from './part'
import { Phone } from './phone'

/** The subjects by the `part` of the page's address. */
export const parts: Record<string, ComponentType<PartProps>> = {
  identity: IdentityPart,
  categories: Categories,
  apply: ApplyPart,
  ability: AbilityPart,
  phone: Phone,
  home: Home,
  contacts: Contacts,
  diet: Diet,
  absences: Absences,
  move: Move,
  circle: CirclePart,
  invite: Invite,
  consents: Consents,
  card: CardPart,
  copy: CopyForElder,
  death: Death,
  erase: EraseElder,
}
