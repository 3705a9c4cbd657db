import type { ActionName } from '#types/api'
import type { Reply } from '#types/contract'
import { localDate } from '#types/days'
import { newsAfter, newsAtWork } from '#types/news'
import type { TemplateName } from '#types/templates'
import type { LocalDate } from '#types/values'
import { createClock } from '../../clock'
import { type EmulatorOptions, type Life, startEmulator } from '../../emulator'
import { memoryStore } from '../../store/memory'
import { contentTypeOf } from '../../wire/storage/content-type'
import { fileIdOf } from '../../wire/storage/file-id'
import { demoDistrict, demoMenus } from '../district'
import { application } from './application'
import { doors } from './doors'
import { lastMonth, settledDays } from './last-month'
import { mealsAround } from './meals'
import type { Moment, Stage } from './moment'

interface Parts extends Pick<EmulatorOptions, 'collections' | 'runner' | 'templates'> {
  /** What the photos show that are sent in. */
  photo: Buffer
}

/**
 * What the people of the demo district have done up to an instant: each of it by the real functions, called as that person, in an
 * emulator of its own whose clock stands where it happened. What would happen later has not happened yet.
 */
export async function livedUntil(now: Date, { photo, ...parts }: Parts): Promise<Life> {
  const store = memoryStore()
  const clock = createClock()
  clock.set(now)
  const emulator = await startEmulator({ ...parts, store, clock, demo: demoDistrict })
  try {
    await emulator.addDemo()
    await emulator.engine.seed('menus', pastMenus(localDate(now)))
    const ask = async (openid: string, name: string, input: object) => {
      const [area = '', action] = name.split('.')
      const caller = { source: 'wx_client', openid }
      return (await emulator.runner.invoke(area, { action, input }, caller)) as Reply // what `serve` answers
    }
    let taps = 0
    const tap = (openid: string, about: readonly TemplateName[]) => {
      const ids = about.flatMap((one) => parts.templates?.[one]?.id ?? [])
      if (ids.length > 0) emulator.gateway.grants.tap(openid, [...new Set(ids)])
    }
    const stage: Stage = {
      act: async (openid, name, input) => {
        const action = name as ActionName // a moment names no other
        const about = newsAfter[action] ?? newsAtWork[action] ?? []
        tap(openid, about)
        const reply = await ask(openid, name, input)
        if (about.length > 0) await ask(openid, 'people.granted', { about, key: `life-tap-${++taps}` })
        if (!reply.ok)
          throw new Error(`${openid} ${name} ${reply.code} ${JSON.stringify(reply.detail ?? {})}`)
        return reply.data as Record<string, unknown> // no action that is played answers with less
      },
      sendPhoto: async (openid, path) => {
        const record = { path, size: photo.length, type: contentTypeOf(path, photo), creator: openid }
        await store.files.write(record, photo, () => true)
        return fileIdOf(path)
      },
    }
    for (const together of momentsUntil(now)) {
      clock.set(together.at)
      await Promise.all(together.moments.map(({ happens }) => happens(stage)))
    }
    const { files } = emulator.image()
    const { outbox, grants } = emulator.gateway
    return {
      documents: await emulator.engine.dump(),
      files,
      messages: outbox.messages(),
      grants: grants.left(),
    }
  } finally {
    await emulator.close()
  }
}

/** What was cooked from the first day of which there is an account until now. */
const pastMenus = (today: LocalDate) => demoMenus(settledDays(today)[0] ?? today, today)

/** Everything that has happened by now, in the order of time; what happens at one instant happens at once. */
function momentsUntil(now: Date): { at: Date; moments: Moment[] }[] {
  const today = localDate(now)
  const all = [...lastMonth(today), ...mealsAround(today), ...application(today), ...doors(now)]
  const instants = new Set(all.map(({ at }) => at.getTime()).filter((at) => at <= now.getTime()))
  return [...instants]
    .sort((a, b) => a - b)
    .map((at) => ({ at: new Date(at), moments: all.filter((one) => one.at.getTime() === at) }))
}
