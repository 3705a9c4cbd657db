import { slots } from '#types/meals/slots'
import type { District, Places } from './shapes'

/** What is wrong at a place of a file. */
export interface Wrong {
  file: string
  path: readonly (string | number)[]
  problem: string
}

type Files = Omit<Places, 'policies'>

/** How many phones lie side by side on the street. */
const PHONES = 5

/** Names in the files of places that lead nowhere or stand twice, and towns that nobody serves. */
export function placeNames(files: Files): Wrong[] {
  const { district, operators, kitchens, stations, tables, menus } = files
  const towns = district.towns.map(({ id }) => id)
  const kitchenIds = kitchens.map(({ id }) => id)
  const stationIds = stations.map(({ id }) => id)
  const setIds = menus.sets.map(({ id }) => id)
  return [
    ...twice('district', ['towns'], towns),
    ...twice(
      'operators',
      [],
      operators.map(({ id }) => id),
    ),
    ...twice('kitchens', [], kitchenIds),
    ...twice('stations', [], stationIds),
    ...twice('menus', ['sets'], setIds),
    ...twice(
      'menus',
      ['week'],
      menus.week.map(({ weekday }) => weekday),
      'weekday',
    ),
    ...twice(
      'tables',
      [],
      tables.map(({ stationId }) => stationId),
      'stationId',
    ),
    ...each(operators, ({ towns: served }, at) =>
      served.flatMap((town, place) => [
        ...missing('operators', [at, 'towns', place], town, towns),
        ...ranTwice(operators, at, place),
      ]),
    ),
    ...each(kitchens, ({ townId, stationId = null }, at) => [
      ...missing('kitchens', [at, 'townId'], townId, towns),
      ...missing('kitchens', [at, 'stationId'], stationId, stationIds),
    ]),
    ...each(stations, (station, at) => [
      ...missing('stations', [at, 'townId'], station.townId, towns),
      ...missing('stations', [at, 'kitchenId'], station.kitchenId, kitchenIds),
      ...ranBy(station.townId, at, files),
      ...(station.services.includes('meal') === (station.kitchenId !== null)
        ? []
        : [
            {
              file: 'stations',
              path: [at, 'kitchenId'],
              problem: '供餐（services 里有 meal）的驿站要写 kitchenId，不供餐的写 null。',
            },
          ]),
    ]),
    ...each(tables, ({ stationId }, at) => {
      const station = stations.find(({ id }) => id === stationId)
      if (!station) return missing('tables', [at, 'stationId'], stationId, stationIds)
      if (station.kitchenId !== null) return []
      return [{ file: 'tables', path: [at, 'stationId'], problem: `${stationId} 不供餐，不能有餐桌。` }]
    }),
    ...each(menus.week, (day, at) =>
      slots.flatMap((slot) =>
        (day[slot] ?? []).flatMap((set, place) => missing('menus', ['week', at, slot, place], set, setIds)),
      ),
    ),
  ]
}

/** Names in the files of people that lead nowhere or stand twice, and the five phones. */
export function peopleNames(files: Omit<District, 'policies'>): Wrong[] {
  const { district, kitchens, stations, elders, accounts, phones } = files
  const elderIds = elders.map(({ id }) => id)
  const accountIds = accounts.map(({ id }) => id)
  const stationIds = stations.map(({ id }) => id)
  const orgIds = {
    district: [district.id],
    town: district.towns.map(({ id }) => id),
    station: stationIds,
    kitchen: kitchens.map(({ id }) => id),
  }
  const shown = phones.filter(({ does }) => does !== undefined)
  return [
    ...twice('elders', [], elderIds),
    ...twice(
      'elders',
      [],
      elders.map(({ code }) => code),
      'code',
    ),
    ...twice('accounts', [], accountIds),
    ...each(elders, ({ stationId, openid }, at) => [
      ...missing('elders', [at, 'stationId'], stationId, stationIds),
      ...missing('elders', [at, 'openid'], openid, accountIds),
    ]),
    ...each(accounts, ({ elderId, relations, memberships }, at) => [
      ...missing('accounts', [at, 'elderId'], elderId, elderIds),
      ...each(relations, (relation, nth) =>
        missing('accounts', [at, 'relations', nth, 'elderId'], relation.elderId, elderIds),
      ),
      ...each(memberships, ({ orgId, orgKind, directedBy }, nth) => [
        ...missing('accounts', [at, 'memberships', nth, 'orgId'], orgId, orgIds[orgKind]),
        ...missing('accounts', [at, 'memberships', nth, 'directedBy'], directedBy, accountIds),
      ]),
    ]),
    ...each(phones, ({ openid, stationId, does }, at) => [
      ...(does ? missing('phones', [at, 'openid'], openid, accountIds) : []),
      ...missing('phones', [at, 'stationId'], stationId ?? null, stationIds),
      ...(does === 'counter' && stationId === undefined
        ? [{ file: 'phones', path: [at, 'does'], problem: 'counter 是驿站的柜台，请写上它的 stationId。' }]
        : []),
    ]),
    ...(shown.length === PHONES
      ? []
      : [
          {
            file: 'phones',
            path: [],
            problem: `街上并排放 ${PHONES} 部手机，这里有 ${shown.length} 部写了 does。请正好写 ${PHONES} 部。`,
          },
        ]),
  ]
}

function ranBy(townId: string, at: number, { operators, district }: Files): Wrong[] {
  const isKnown = district.towns.some(({ id }) => id === townId)
  if (!isKnown || operators.some(({ towns }) => towns.includes(townId))) return []
  const problem = `operators.json 里没有谁运营 ${townId} 的驿站。请在那里补上。`
  return [{ file: 'stations', path: [at, 'townId'], problem }]
}

/** A town that stands again: whose are its meals, and who is paid for them? */
function ranTwice(operators: Files['operators'], at: number, place: number): Wrong[] {
  const { towns = [] } = operators[at] ?? {}
  const town = towns[place] ?? ''
  const first = operators.find((one) => one.towns.includes(town))
  if (!first || (first === operators[at] && towns.indexOf(town) === place)) return []
  const problem = `${town} 已经由 ${first.id} 运营了：一个街道只能写一次。`
  return [{ file: 'operators', path: [at, 'towns', place], problem }]
}

const each = <T>(all: readonly T[], wrongOf: (one: T, at: number) => Wrong[]): Wrong[] => all.flatMap(wrongOf)

function missing(
  file: string,
  path: (string | number)[],
  name: string | null,
  known: readonly string[],
): Wrong[] {
  if (name === null || known.includes(name)) return []
  return [{ file, path, problem: `没有“${name}”：这个编号在别的文件里找不到。` }]
}

/** Each name that stands again after the first. */
const twice = (file: string, path: string[], names: readonly (string | number)[], field = 'id'): Wrong[] =>
  names.flatMap((name, at) =>
    names.indexOf(name) === at
      ? []
      : [{ file, path: [...path, at, field], problem: `“${name}”写了两次。请改掉一个。` }],
  )
