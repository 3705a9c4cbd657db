import type { LocalDate } from '#types/values'
import carePolicy from '../../cloudfunctions/_policies/care/high-tech-2021.json'
import mealPolicy from '../../cloudfunctions/_policies/meal/beijing-2022-03.json'
import { districtDocuments } from '../district/district'
import type { StoredDocument } from '../district/documents'
import { sittingsOn } from '../district/places'
import { menusOf, plansOf } from '../district/plans'
import type { District } from '../district/shapes'
import accounts from './accounts.json'
import district from './district.json'
import elders from './elders.json'
import kitchens from './kitchens.json'
import menus from './menus.json'
import operators from './operators.json'
import phones from './phones.json'
import stations from './stations.json'
import tables from './tables.json'
import visitors from './visitors.json'

// JSON knows no literals: every value is text to the compiler. emulator/district/read.ts reads the same files with their schemas.
const demo = {
  ...{ district, operators, kitchens, stations, tables, menus, policies: [mealPolicy, carePolicy] },
  ...{ elders, accounts, phones, visitors },
} as unknown as District

/** The invented district, collection by collection, as it is on the local date of `now`. */
export const demoDistrict = (now: Date): Record<string, StoredDocument[]> => districtDocuments(demo, now)

/** Every table's sittings of a local date. */
export const demoSittings = (date: LocalDate): StoredDocument[] => sittingsOn(demo, date)

/** What its stations and its kitchen plan, in the week of a local date. */
export const demoPlanning = (date: LocalDate) => ({ plans: plansOf(demo), menus: menusOf(demo, date) })
