import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import { askAtStation } from '../../_domain/people/circle/circle'
import { command, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { asksPage } from './asks-page'

export const asked: Handler<typeof people.asked> = async (_, { stationId, after }) => {
  const { page, next, waiting } = await asksPage({ stationId, asksElder: false }, after)
  const elders =
    page.length === 0
      ? []
      : await select('elders', {
          where: { _id: command.in(page.map(({ elderId }) => elderId)) },
          limit: pageSize.asked,
        })
  return {
    asks: page.map((ask) => askAtStation(ask, elders.find(({ id }) => id === ask.elderId) ?? null)),
    next,
    waiting,
  }
}
