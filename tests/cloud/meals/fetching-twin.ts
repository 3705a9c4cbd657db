import type { FunctionModule } from '../../../emulator/runner/in-process-runner'

interface Command {
  gte(n: number): unknown
  inc(n: number): unknown
}

interface Document {
  _id: string
  left: Record<string, number>
}

interface Sdk {
  database(): {
    command: Command
    collection(name: string): {
      where(condition: object): {
        get(): Promise<{ data: Document[] }>
        update(change: { data: object }): Promise<{ stats: { updated: number } }>
      }
    }
  }
  init(options: object): void
}

/**
 * Fetching as it looks right and is not. `addFirst`: adds the portion here, and then takes it where it was seen; `putsBack`: takes it there
 * first, and puts it back wherever no answer came of adding it here. What is sold is counted at each table.
 */
export const fetchingTwin = (): FunctionModule => {
  const sdk = require('wx-server-sdk') as Sdk
  return {
    async main(event) {
      const { action, input } = event as {
        action: 'addFirst' | 'putsBack'
        input: { id: string; date: string }
      }
      sdk.init({ env: 'local-1' })
      const db = sdk.database()
      const { gte, inc } = db.command
      const sittings = db.collection('sittings')
      /** Null: no answer came. */
      const change = async (where: object, data: object) => {
        try {
          return (await sittings.where(where).update({ data })).stats.updated > 0
        } catch {
          return null
        }
      }
      const moved = (n: 1 | -1) => ({ capacity: { 'd-fish': inc(n) }, left: { 'd-fish': inc(n) } })
      const add = () => change({ _id: input.id }, { capacity: { 'd-fish': inc(1) }, sold: inc(1) })
      const sold = { ok: true as const, data: {} }

      for (let tries = 0; tries < 8; tries++) {
        const isHere = await change(
          { _id: input.id, 'left.d-fish': gte(1) },
          { left: { 'd-fish': inc(-1) }, sold: inc(1) },
        )
        if (isHere !== false) return sold
        const { data } = await sittings.where({ kitchenId: 'k-one', date: input.date }).get()
        const from = data.find(({ left }) => (left['d-fish'] ?? 0) > 0)
        if (!from) return { ok: false, code: 'SET_NOT_OFFERED', requestId: '' }
        const there = { _id: from._id, 'left.d-fish': gte(1) }
        if (action === 'addFirst') {
          await add()
          await change(there, moved(-1))
          return sold
        }
        if (!(await change(there, moved(-1)))) continue
        if (await add()) return sold
        await change({ _id: from._id }, moved(1))
      }
      return { ok: false, code: 'BUSY', requestId: '' }
    },
  }
}
