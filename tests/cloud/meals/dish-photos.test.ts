import type { MenuRecord } from '../../../cloudfunctions/_domain/meals/planning/records'
import { photoBytes } from '../../../types/limits'
import type { KitchenWeek } from '../../../types/meals/menu-actions'
import type { Sitting } from '../../../types/meals/sittings'
import { anOrder, LUNCH, TOMORROW } from '../../domain/builders'
import { aMenu } from '../../domain/meals/planning/a-plan'
import { upload } from '../../emulator/wire/storage-sdk'
import { aCloud, accepted, codeOf, nightly, type Stock, type TestCloud } from '../a-cloud'
import { aDishPhoto, aDraft, aKitchensDay, day, NEXT_WEEK, nextWeek, steamed, WEEK, week } from '../a-kitchen'
import { aNeighbourhood } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ triggers: nightly })
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
})
beforeEach(() => restock())
afterEach(() => {
  cloud.emulator.gateway.setGate(undefined)
  cloud.emulator.gateway.faults.set([])
})
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.close()
})

const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex')
const saying = (words: string) => Buffer.concat([JPEG, Buffer.from(words)])
const ofKitchen = { kitchenId: 'k-one' }

const restock = (own: Stock = {}) => cloud.restock(aNeighbourhood({ ...aKitchensDay(), ...own }))
const ask = (name: string, input: object, openid = 'o-kitchen') =>
  cloud.as(openid).call(`meals.${name}`, input)
const by = async <T = KitchenWeek>(name: string, input: object, openid?: string) =>
  accepted<T>(await ask(name, input, openid))
const put = (path: string, content = JPEG, openid = 'o-kitchen') =>
  upload(cloud.emulator.url, path, { body: content, openid })

/** Asks for a place, and puts a photo there as the phone does. */
async function sent(content = JPEG, openid = 'o-kitchen', kitchenId = 'k-one') {
  const { path } = await by<{ path: string }>('startDishPhoto', { kitchenId }, openid)
  return { kitchenId, path, fileId: (await put(path, content, openid)).json.fileID }
}
/** The same, kept: the id by which a menu names it. */
const kept = async (content = JPEG) =>
  (await by<{ photo: string }>('keepDishPhoto', await sent(content))).photo

const [fish, greens] = aMenu(WEEK).sets
const [dish] = aMenu(WEEK).dishes
const withPhoto = (photo: string, rev = 1) => ({ ...week, rev, sets: [{ ...fish, photo }] })
const pathIn = (photo: string) => photo.split('/').slice(3).join('/')
/** What whoever has the id gets to see, without being anybody. */
const seen = async (photo: string) => {
  const response = await fetch(`${cloud.emulator.url}/storage/${pathIn(photo)}`)
  return response.status === 200 ? Buffer.from(await response.arrayBuffer()) : response.status
}
const offered = async () =>
  accepted<Sitting[]>(await cloud.as(null).call('meals.sittings', { stationId: 'st-one', date: TOMORROW }))[0]
    ?.sets
const unseen = async () => (await by('menu', week)).unseen
const nightOf = async (date: string) => {
  cloud.emulator.clock.set(new Date(`${date}T18:30:00Z`))
  await cloud.emulator.timers.fire('scheduler', 'sweep')
}

describe('a photo of a set', () => {
  it('is seen by nobody before WeChat has found nothing wrong with it, and then by everybody', async () => {
    const photo = await kept()
    expect(photo).toMatch(/\/dishes\/k-one\/[\w-]{16,}\.jpg$/)
    expect((await by('saveMenu', withPhoto(photo))).unseen.sets).toEqual({ 'fish-set': 'awaited' })
    expect(await seen(photo)).toBe(404)
    await cloud.emulator.push()
    expect(await seen(photo)).toEqual(JPEG)
    expect(await unseen()).toEqual({ dishes: {}, sets: {} })
    expect(cloud.files()).toEqual([pathIn(photo)])
    expect((await offered())?.[0]).toMatchObject({ picture: fish?.picture, photo })
  })

  it.each([
    ['refuses', '违禁示例词'],
    ['wants a person to look at', '可疑示例词'],
  ])('that WeChat %s is gone, and its kitchen reads so', async (_, words) => {
    const photo = await kept(saying(words))
    await by('saveMenu', withPhoto(photo))
    await cloud.emulator.push()
    expect([await seen(photo), cloud.files()]).toEqual([404, []])
    expect((await unseen()).sets).toEqual({ 'fish-set': 'refused' })
  })

  it('is what it was when it was kept, whatever is put where it was sent to', async () => {
    const one = await sent()
    const { photo } = await by<{ photo: string }>('keepDishPhoto', one)
    await put(one.path, saying('another'))
    expect(await by('keepDishPhoto', one)).toEqual({ photo })
    await cloud.emulator.push()
    expect(await seen(photo)).toEqual(JPEG)
  })

  it('stands in the order of whoever books it as a drawing alone', async () => {
    await restock({ mealOrders: [] })
    await by('saveMenu', withPhoto(await kept()))
    const wish = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish-set' }
    accepted(await cloud.as('o-daughter').call('meals.book', wish))
    expect((await cloud.one('mealOrders', `${LUNCH}_e-wang`))?.picture).toBe(fish?.picture)
    expect(JSON.stringify(await cloud.stored('mealOrders'))).not.toContain('cloud://')
  })

  it('may change although the set is ordered', async () => {
    await restock({ mealOrders: [anOrder({ setId: 'fish-set', state: 'confirmed' })] })
    const photo = await kept()
    await by('saveMenu', withPhoto(photo))
    expect((await offered())?.[0]?.photo).toBe(photo)
    await by('saveMenu', { ...week, rev: 2, sets: [fish] })
    expect((await offered())?.[0]).not.toHaveProperty('photo')
  })

  it('gives way to that of the main dish on a day on which it is made of something else', async () => {
    const [own, ofDish] = [await kept(), await kept(saying('2'))]
    await by('saveMenu', { ...withPhoto(own), dishes: [{ ...dish, photo: ofDish }] })
    expect((await offered())?.[0]?.photo).toBe(own)
    await by('changeOrderedSet', {
      ...{ ...day, rev: 2, setId: 'fish-set', becomes: steamed, count: 1, reason: '鱼没到' },
    })
    expect((await offered())?.[0]?.photo).toBe(ofDish)
  })

  it('goes along into the week that is copied from it', async () => {
    const photo = await kept()
    await by('saveMenu', withPhoto(photo))
    const { menu } = await by('copyMenu', { ...nextWeek, from: WEEK, rev: 0 })
    expect(menu?.sets[0]?.photo).toBe(photo)
  })
})

describe('meals.keepDishPhoto', () => {
  it.each([
    ['to another cook of the kitchen', () => sent(), 'o-fan-xia'],
    ['to another kitchen', async () => ({ ...(await sent()), kitchenId: 'k-own' }), 'o-own-cook'],
    ['to nobody', async () => ({ ...(await sent()), path: aDishPhoto().path }), 'o-kitchen'],
    [
      'elsewhere',
      async () => ({ ...(await sent()), fileId: 'cloud://elsewhere.x/kitchens/k-one/photo-001.jpg' }),
      'o-kitchen',
    ],
  ])('takes no place that was given out %s', async (_, photo, openid) => {
    const input = await photo()
    const before = cloud.files()
    expect(['DOCUMENT_MISSING', 'FORBIDDEN']).toContain(codeOf(await ask('keepDishPhoto', input, openid)))
    expect(cloud.files()).toEqual(before)
  })

  it('takes no photo of another kitchen’s', async () => {
    const own = await sent(JPEG, 'o-own-cook', 'k-own')
    expect(codeOf(await ask('keepDishPhoto', { ...own, ...ofKitchen }))).toBe('DOCUMENT_MISSING')
    expect(codeOf(await ask('keepDishPhoto', own))).toBe('FORBIDDEN')
    expect(codeOf(await ask('startDishPhoto', { kitchenId: 'k-own' }))).toBe('FORBIDDEN')
  })

  it.each([
    ['a HEIC', Buffer.from('\x00\x00\x00\x24ftypheic\x00\x00\x00\x00', 'latin1')],
    ['a page', Buffer.from('<!DOCTYPE html><html></html>')],
    ['an empty file', Buffer.alloc(0)],
  ])('refuses %s that is called .jpg, and stores nothing', async (_, content) => {
    const input = await sent(content)
    const before = await cloud.emulator.engine.dump()
    expect(codeOf(await ask('keepDishPhoto', input))).toBe('NOT_A_PHOTO')
    expect([await cloud.emulator.engine.dump(), cloud.files()]).toEqual([before, [input.path]])
  })

  it('is given nothing that is too large', async () => {
    const { path } = await by<{ path: string }>('startDishPhoto', ofKitchen)
    const large = Buffer.concat([JPEG, Buffer.alloc(photoBytes)])
    expect((await put(path, large)).status).toBe(413)
    const fileId = `cloud://local-1.6c6f-local-1-1250000000/${path}`
    expect(codeOf(await ask('keepDishPhoto', { ...ofKitchen, path, fileId }))).toBe('DOCUMENT_MISSING')
  })

  it('is to be tried again where WeChat takes no question, and asks then', async () => {
    const one = await sent()
    cloud.emulator.gateway.faults.set([{ kind: 'http500', action: 'wx.openApi', times: 20 }])
    expect(codeOf(await ask('keepDishPhoto', one))).toBe('BUSY')
    cloud.emulator.gateway.faults.set([])
    const { photo } = await by<{ photo: string }>('keepDishPhoto', one)
    await cloud.emulator.push()
    expect(await seen(photo)).toEqual(JPEG)
  })

  it('lets no phone write where photos are looked at and shown', async () => {
    const photo = await kept()
    await cloud.emulator.push()
    for (const path of [pathIn(photo), pathIn(photo).replace('dishes', 'judging'), 'dishes/k-one/1.jpg'])
      expect((await put(path, saying('another'))).status).toBe(403)
    expect(await seen(photo)).toEqual(JPEG)
  })
})

describe('what WeChat tells of a photo of a dish', () => {
  const tell = (traceId: unknown, suggest?: string) =>
    cloud.emulator.runner.invoke(
      'eligibility',
      {
        ...{ MsgType: 'event', Event: 'wxa_media_check', trace_id: traceId },
        ...(suggest && { result: { suggest } }),
      },
      { openid: 'o-stranger', source: 'wx_client' },
    )
  const trace = async () => (await cloud.stored('dishPhotos'))[0]?.traceId

  it('counts only under the number that nobody else knows', async () => {
    const photo = await kept()
    for (const traceId of ['', pathIn(photo), null, { $gt: '' }]) await tell(traceId, 'pass')
    expect(await seen(photo)).toBe(404)
    await tell(await trace(), 'pass')
    expect(await seen(photo)).toEqual(JPEG)
  })

  it('is the same when it is told twice', async () => {
    const photo = await kept()
    for (let times = 0; times < 2; times++) expect(await tell(await trace(), 'pass')).toBe('success')
    expect([await seen(photo), cloud.files()]).toEqual([JPEG, [pathIn(photo)]])
  })

  it('takes a photo away at once that is shown already, and it stays away', async () => {
    const photo = await kept()
    await by('saveMenu', withPhoto(photo))
    for (const suggest of ['pass', 'risky', 'pass']) await tell(await trace(), suggest)
    expect([await seen(photo), cloud.files()]).toEqual([404, []])
    expect((await unseen()).sets).toEqual({ 'fish-set': 'refused' })
  })

  it('leaves nothing where it is refused in the moment in which it is shown', async () => {
    const photo = await kept()
    const traceId = await trace()
    let isFirst = true
    cloud.emulator.gateway.setGate(async ({ action }) => {
      if (action !== 'storage.getUploadMetadata' || !isFirst) return
      isFirst = false
      await tell(traceId, 'risky')
    })
    await tell(traceId, 'pass')
    expect([await seen(photo), cloud.files()]).toEqual([404, []])
    expect((await cloud.stored('dishPhotos'))[0]?.judged).toBe('refused')
  })

  it('is that it could not look: the photo is sent again', async () => {
    const photo = await kept()
    await by('saveMenu', withPhoto(photo))
    await tell(await trace())
    expect((await unseen()).sets).toEqual({ 'fish-set': 'gone' })
    expect(cloud.files()).toEqual([])
  })

  it('comes too late for a photo that was tidied meanwhile', async () => {
    const photo = await kept()
    await nightOf('2026-11-24')
    await cloud.emulator.push()
    expect([await seen(photo), cloud.files(), await cloud.stored('dishPhotos')]).toEqual([404, [], []])
  })
})

describe('the night', () => {
  const menus = (photo: string, own: Partial<MenuRecord> = {}) => [
    aDraft({ sets: [{ ...fish, photo } as never, greens as never], ...own }),
  ]

  it('takes a photo away that no menu names two days later, with its place', async () => {
    await by<{ path: string }>('startDishPhoto', ofKitchen)
    await sent()
    await kept()
    await cloud.emulator.push()
    await nightOf('2026-11-22')
    expect(await cloud.stored('dishPhotos')).toHaveLength(3)
    await nightOf('2026-11-23')
    expect([cloud.files(), await cloud.stored('dishPhotos')]).toEqual([[], []])
  })

  it('keeps one that a menu names, be it of weeks ago, until none does', async () => {
    const [ofSet, ofDish] = [await kept(), await kept(saying('2'))]
    await cloud.emulator.push()
    await by('saveMenu', { ...withPhoto(ofSet), dishes: [{ ...dish, photo: ofDish }] })
    for (const date of ['2026-11-24', '2027-03-01', '2028-03-01']) await nightOf(date)
    expect(cloud.files().sort()).toEqual([ofSet, ofDish].map(pathIn).sort())
    await nightOf('2029-12-01') // the menu itself is kept no longer
    await nightOf('2029-12-20')
    expect([cloud.files(), await cloud.stored('dishPhotos')]).toEqual([[], []])
  })

  it('takes one away that was taken off its menu, a fortnight later at the latest', async () => {
    const photo = await kept()
    await cloud.emulator.push()
    await by('saveMenu', withPhoto(photo))
    await nightOf('2026-11-24')
    const [place] = await cloud.stored('dishPhotos')
    await restock({ menus: menus('cloud://local-1.x/dishes/k-one/2.jpg'), dishPhotos: place ? [place] : [] })
    await nightOf('2026-12-07')
    expect(await cloud.stored('dishPhotos')).toHaveLength(1)
    await nightOf('2026-12-08')
    expect(await cloud.stored('dishPhotos')).toEqual([])
  })

  it('takes one away of which WeChat never told, although a menu names it, and the kitchen reads so', async () => {
    const photo = await kept()
    await by('saveMenu', { ...nextWeek, rev: 0, sets: [{ ...fish, photo }] })
    await nightOf('2026-11-24')
    expect([cloud.files(), await cloud.stored('dishPhotos')]).toEqual([[], []])
    expect((await by('menu', { ...nextWeek, week: NEXT_WEEK })).unseen.sets).toEqual({ 'fish-set': 'gone' })
  })
})
