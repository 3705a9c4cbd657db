import type { LocalDate } from '#types/values'
import carePolicy from '../../cloudfunctions/_policies/care/high-tech-2021.json'
import mealPolicy from '../../cloudfunctions/_policies/meal/beijing-2022-03.json'
import { districtDocuments } from '../district/district'
import { type StoredDocument, stored } from '../district/documents'
import { menusOf } from '../district/plans'
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

/** What its kitchen cooked and cooks in the weeks from one local date to another. */
export const demoMenus = (from: LocalDate, to: LocalDate): StoredDocument[] =>
  menusOf(demo, from, to).map(stored)
