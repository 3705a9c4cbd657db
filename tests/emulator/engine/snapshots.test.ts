import fc from 'fast-check'
import { createClock } from '../../../emulator/clock'
import { createEngine } from '../../../emulator/engine/engine'
import { memoryStore } from '../../../emulator/store/memory'

const IDS = ['a', 'b', 'c'] as const
const ACTORS = [0, 1, 2] as const

type Step = { actor: number; id: string; does: 'read' | 'write' | 'remove' | 'commit' | 'abort' }

/** What the platform promises, kept as simply as possible: whole copies, first writer wins. */
class Model {
  committed = new Map<string, number>()
  changedAt = new Map<string, number>()
  commits = 0
  live = new Map<
    number,
    { taken: number; seen: Map<string, number>; written: Map<string, number | null> } | null
  >()

  isLockedByOther(id: string, actor?: number): boolean {
    return [...this.live].some(([other, state]) => other !== actor && state?.written.has(id))
  }

  enter(actor: number) {
    const state = this.live.get(actor) ?? {
      taken: this.commits,
      seen: new Map(this.committed),
      written: new Map(),
    }
    this.live.set(actor, state)
    return state
  }

  read(actor: number, id: string): number | undefined {
    const { seen, written } = this.enter(actor)
    return written.has(id) ? (written.get(id) ?? undefined) : seen.get(id)
  }

  /** True when it conflicts; the transaction is over then. */
  write(actor: number, id: string, value: number | null): boolean {
    const { taken, written } = this.enter(actor)
    const isConflict = this.isLockedByOther(id, actor) || (this.changedAt.get(id) ?? 0) > taken
    if (isConflict) this.live.delete(actor)
    else written.set(id, value)
    return isConflict
  }

  commit(written: Map<string, number | null>): void {
    if (written.size > 0) this.commits += 1
    for (const [id, value] of written) {
      this.changedAt.set(id, this.commits)
      if (value === null) this.committed.delete(id)
      else this.committed.set(id, value)
    }
  }
}

const step: fc.Arbitrary<Step> = fc.record({
  actor: fc.constantFrom(...ACTORS),
  id: fc.constantFrom(...IDS),
  does: fc.constantFrom('read', 'read', 'write', 'write', 'remove', 'commit', 'abort'),
})

describe('transactions', () => {
  it('agree with the model of snapshots and first writers, whatever the order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            step,
            step.map((it) => ({ ...it, actor: -1 })),
          ),
          { maxLength: 40, size: 'max' },
        ),
        async (steps) => {
          const engine = await createEngine({
            store: memoryStore(),
            clock: createClock(),
            collections: { things: { indexes: [] } },
          })
          const model = new Model()
          const open = new Map<number, string>()
          let value = 0

          for (const { actor, id, does } of steps) {
            const query = JSON.stringify({ _id: id })
            const isPlain = actor === -1
            if (isPlain && model.isLockedByOther(id)) continue // it would wait
            if (!isPlain && !model.live.has(actor)) {
              open.set(actor, engine.begin())
              model.live.set(actor, null)
            }
            const target = { collection: 'things', transactionId: open.get(actor) }

            if (does === 'read') {
              const [text] = await engine.find(target, { query })
              const expected = isPlain ? model.committed.get(id) : model.read(actor, id)
              expect(text && JSON.parse(text).value).toBe(expected)
            } else if (does === 'write' || does === 'remove') {
              value += 1
              const call =
                does === 'write'
                  ? engine.modify(target, { query, data: JSON.stringify({ value }), upsert: true })
                  : engine.remove(target, query, false)
              const next = does === 'write' ? value : null
              if (isPlain) {
                await call
                if (next !== null || model.committed.has(id)) model.commit(new Map([[id, next]]))
              } else {
                // Removing what it does not see writes nothing and so meets nobody.
                const isNoWrite = next === null && model.read(actor, id) === undefined
                const code = await call.then(
                  () => undefined,
                  (error) => error.code,
                )
                const isConflict = !isNoWrite && model.write(actor, id, next)
                expect(code).toBe(isConflict ? 'DATABASE_TRANSACTION_CONFLICT' : undefined)
              }
            } else if (!isPlain) {
              const state = model.live.get(actor)
              model.live.delete(actor)
              if (does === 'commit') {
                await engine.commit(open.get(actor) ?? '')
                if (state) model.commit(state.written)
              } else {
                engine.abort(open.get(actor) ?? '')
              }
            }
          }

          const { things = [] } = await engine.dump('things')
          expect(Object.fromEntries(things.map(({ _id, value: stored }) => [_id, stored]))).toEqual(
            Object.fromEntries(model.committed),
          )
          await engine.reset()
        },
      ),
      { seed: 20261121, numRuns: 300 },
    )
  })
})
