import { madeOf } from '../../../../cloudfunctions/_domain/meals/as-shown'
import { orderAfterChange } from '../../../../cloudfunctions/_domain/meals/planning/kitchen-changes'
import { missingToPublish, setsOn } from '../../../../cloudfunctions/_domain/meals/planning/menus'
import {
  requireLimitsHold,
  requireOrderedKept,
  writtenAnew,
} from '../../../../cloudfunctions/_domain/meals/planning/ordered'
import { MenuRecord } from '../../../../cloudfunctions/_domain/meals/planning/records'
import {
  requireWhole,
  withSetInstead,
  withSoldOut,
  withWritten,
} from '../../../../cloudfunctions/_domain/meals/planning/writing'
import { most } from '../../../../types/limits'
import { anOrder, NOW, TODAY, TOMORROW } from '../../builders'
import { aMenu } from './a-plan'

const WEEK = '2026-11-16'
const menu = aMenu(WEEK)
const steamed = { name: '清蒸鱼套餐', main: 'fish', sides: ['rice'], tags: [], price: 1800, picture: 'fish' }
const tomorrows = { date: TOMORROW, setId: 'fish-set' }
const ordered = [{ ...tomorrows, count: 3 }]
const anew = (after: MenuRecord) => writtenAnew(menu, after, { reason: null, today: TODAY, now: NOW })

describe('a set that is another on one day', () => {
  const changed = withSetInstead(menu, tomorrows, { becomes: steamed, today: TODAY })

  it('is that on its day alone, under its id and in its place', () => {
    expect(setsOn(changed, TOMORROW)).toMatchObject([{ id: 'fish-set', name: '清蒸鱼套餐' }])
    expect(setsOn(changed, TODAY)).toEqual(setsOn(menu, TODAY))
  })

  it('misses a dish that is written down nowhere, as the others do', () => {
    const eel = withSetInstead(menu, tomorrows, { becomes: { ...steamed, main: 'eel' }, today: TODAY })
    expect(missingToPublish(eel)).toEqual([
      { what: 'dish', setId: 'fish-set', set: '清蒸鱼套餐', dishId: 'eel' },
    ])
  })

  it('is one of so many in a week', () => {
    const sets = Array.from({ length: most.otherSets }, (_, nth) => `s-${nth}`)
    const full = { ...menu, instead: { [TODAY]: Object.fromEntries(sets.map((id) => [id, steamed])) } }
    expect(() => withSetInstead(full, tomorrows, { becomes: steamed, today: TODAY })).toThrow('MENU_FULL')
    const { instead } = withSetInstead(full, tomorrows, { becomes: steamed, today: TOMORROW })
    expect(instead).toEqual({ [TOMORROW]: { 'fish-set': steamed } }) // what is over makes room
  })

  it('is told to those who ordered it, and to nobody who ordered anything else', () => {
    expect(anew(changed).untold).toMatchObject([{ rev: 2, sets: [tomorrows] }])
    expect(anew(withSoldOut(menu, tomorrows, true)).untold).toEqual([])
  })
})

describe('withSoldOut', () => {
  it('keeps no more of a day than the day offers', () => {
    const sets = Array.from({ length: most.setsOfDay }, (_, nth) => `s-${nth}`)
    const days = [{ weekday: 7, sets: ['fish-set', ...sets.slice(1)] }]
    const after = withSoldOut({ ...menu, days, off: { [TOMORROW]: sets } }, tomorrows, true)
    expect(after.off[TOMORROW]).toHaveLength(most.setsOfDay)
    expect(after.off[TOMORROW]).not.toContain('s-0')
    expect(MenuRecord.safeParse(after).success).toBe(true)
  })
})

describe('withWritten', () => {
  const [fish] = menu.dishes

  it('puts what is written in the place of what it was, and what is new behind it', () => {
    const soup = { id: 'soup', name: '汤', allergens: [], diets: [], limit: null }
    const after = withWritten(menu, { dishes: [soup, { ...soup, id: 'fish' }] })
    expect(after.dishes.map(({ id, name }) => `${id} ${name}`)).toEqual([
      ...['fish 汤', 'cabbage 青菜', 'rice 米饭', 'gluten 素什锦', 'soup 汤'],
    ])
  })

  it('keeps the days in the order of the week', () => {
    const days = [{ weekday: 1, sets: [] }]
    expect(withWritten(menu, { days }).days.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(fish?.id).toBe('fish')
  })
})

describe('requireOrderedKept', () => {
  const kept = (after: MenuRecord, but?: typeof tomorrows) => () =>
    requireOrderedKept(menu, after, { ordered, but })
  const renamed = withWritten(menu, { dishes: [{ ...menu.dishes[0], name: '糖醋鱼' } as never] })

  it('never holds back what is put right of what is in a dish', () => {
    const corrected = withWritten(menu, { dishes: [{ ...menu.dishes[1], allergens: ['milk'] } as never] })
    expect(kept(corrected)).not.toThrow()
    expect(anew(corrected).untold).toMatchObject([{ sets: expect.arrayContaining([tomorrows]) }])
  })

  it('lets a dearer set pass, and one that is told to those who ordered it', () => {
    const [set] = menu.sets
    expect(kept(withWritten(menu, { sets: [{ ...set, price: 1 } as never] }))).not.toThrow()
    expect(kept(withSetInstead(menu, tomorrows, { becomes: steamed, today: TODAY }), tomorrows)).not.toThrow()
  })

  it.each([
    ['a dish by another name', renamed],
    ['no set at all', withWritten(menu, { days: [{ weekday: 7, sets: [] }] })],
    [
      'another set than the one that is told',
      withSetInstead(menu, tomorrows, { becomes: steamed, today: TODAY }),
    ],
  ])('refuses %s', (_, after) => {
    expect(kept(after, { date: TODAY, setId: 'fish-set' })).toThrow('SET_ORDERED')
  })

  it('never lets the set vanish that is told', () => {
    expect(kept(withWritten(menu, { days: [{ weekday: 7, sets: [] }] }), tomorrows)).toThrow('SET_ORDERED')
  })

  it('binds nobody to what was not offered before either, whatever else is written', () => {
    const others = [{ date: TOMORROW, setId: 'gone-set', count: 2 }, ...ordered]
    const off = withSoldOut(menu, tomorrows, true)
    expect(() => requireOrderedKept(menu, off, { ordered: others })).not.toThrow()
    expect(() => requireOrderedKept(menu, renamed, { ordered: others })).toThrow('SET_ORDERED')
    expect(() => requireOrderedKept({ ...menu, state: 'draft' }, menu, { ordered: others })).toThrow(
      'SET_ORDERED',
    )
  })

  it('binds nobody who writes a draft', () => {
    const draft = { ...menu, state: 'draft' as const, days: [] }
    expect(() => requireOrderedKept(draft, draft, { ordered })).not.toThrow()
  })
})

describe('requireLimitsHold', () => {
  it('says how many are ordered of the dish on the day on which it is most', () => {
    const [fish] = menu.dishes
    const lowered = withWritten(menu, { dishes: [{ ...fish, limit: 2 } as never] })
    const both = [
      { ...tomorrows, date: TODAY, count: 3 },
      { ...tomorrows, count: 5 },
    ]
    const hold = (limits: MenuRecord) => () => requireLimitsHold(menu, limits, both)
    expect(hold(lowered)).toThrow(expect.objectContaining({ detail: { dish: '红烧鱼', count: 5 } }))
    expect(hold(withWritten(menu, { dishes: [{ ...fish, limit: 5 } as never] }))).not.toThrow()
  })
})

describe('requireWhole', () => {
  const rice = { id: 'rice-2', name: '米饭', allergens: ['peanuts' as const], diets: [], limit: null }
  const twice = withWritten(menu, { dishes: [rice] })

  it('holds back two dishes of a name until the menu is published, and no correction after that', () => {
    expect(() => requireWhole(twice, { state: 'draft' })).toThrow(
      expect.objectContaining({
        code: 'MENU_INCOMPLETE',
        detail: expect.objectContaining({ dishes: ['米饭'] }),
      }),
    )
    expect(() => requireWhole(twice, menu)).not.toThrow()
  })
})

describe('orderAfterChange', () => {
  const changed = anew(withSetInstead(menu, tomorrows, { becomes: steamed, today: TODAY }))
  const [change] = changed.untold
  const told = (own: Parameters<typeof anOrder>[0] = {}) => {
    if (!change) throw new Error('nothing has changed')
    const held = orderAfterChange(anOrder({ setId: 'fish-set', date: TOMORROW, ...own }), changed, {
      ...{ change, now: NOW, cancelWithin: 120 },
    })
    return held?.isNews ? held.order : null
  }

  it('says the new name and what it was, at the same price', () => {
    const order = anOrder()
    expect(told()).toMatchObject({
      ...{ setName: '清蒸鱼套餐', elderPays: order.elderPays, lines: order.lines },
      kitchenChange: { rev: 2, from: order.setName, dishes: ['红烧鱼', '米饭'] },
    })
  })

  it.each([
    [
      'for two hours, where the time to cancel was over',
      '2026-11-20T23:00:00.000Z',
      '2026-11-21T02:00:00.000Z',
    ],
    ['until the meal begins', '2026-11-20T23:00:00.000Z', '2026-11-21T01:30:00.000Z'],
    ['as long as before, where that is longer', '2026-11-21T02:30:00.000Z', '2026-11-21T02:30:00.000Z'],
  ])('lets it be cancelled %s', (when, cancelUntil, until) => {
    const startsAt = when === 'until the meal begins' ? until : '2026-11-21T03:30:00.000Z'
    expect(told({ cancelUntil, startsAt })?.cancelUntil).toBe(until)
  })

  it.each<[string, Parameters<typeof anOrder>[0]]>([
    ['of another set', { setId: 'greens-set' }],
    ['of another day', { date: TODAY }],
    ['that is over', { state: 'cancelled' }],
    ['that was booked when the new dishes could be read', { placedAt: '2026-11-21T00:02:01.000Z' }],
  ])('leaves an order %s', (_, own) => {
    expect(told(own)).toBeNull()
  })

  it('says what she ordered, be it changed twice, and nothing once it is that again', () => {
    const [ordered] = setsOn(menu, TOMORROW).map(madeOf)
    const twice = told({ ordered, setName: '第一次换的' })
    expect(twice?.kitchenChange).toMatchObject({ from: '红烧鱼套餐', was: ['红烧鱼', '青菜', '米饭'] })
    const [becomes] = setsOn(changed, TOMORROW).map(madeOf)
    expect(told({ ordered: becomes, kitchenChange: twice?.kitchenChange })).not.toHaveProperty(
      'kitchenChange',
    )
    expect(told({ ordered: becomes })).toBeNull() // chosen as it is now
  })

  it('tells whoever was shown the dishes before, however late that is written', () => {
    const [ordered] = setsOn(menu, TOMORROW).map(madeOf)
    expect(told({ ordered, placedAt: '2026-11-21T00:30:00.000Z' })).toHaveProperty('kitchenChange')
  })

  it('keeps in mind what is no news, and never looks at it again', () => {
    const [becomes] = setsOn(changed, TOMORROW).map(madeOf)
    const order = anOrder({ setId: 'fish-set', date: TOMORROW, ordered: becomes })
    const held = change && orderAfterChange(order, changed, { change, now: NOW, cancelWithin: 120 })
    expect(held).toEqual({ order: { ...order, dishesTold: 2 }, isNews: false })
    expect(
      held && change && orderAfterChange(held.order, changed, { change, now: NOW, cancelWithin: 120 }),
    ).toBeNull()
  })

  it('leaves one that says so already', () => {
    expect(told(told() ?? {})).toBeNull()
  })
})
