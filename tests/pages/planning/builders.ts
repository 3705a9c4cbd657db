import type { Misfit, Trial } from '#types/meals/misfits'
import type { KeptPlan } from '#types/meals/plans'
import type { HeldRole } from '#types/people'

export const manager: HeldRole = { role: 'manager', stationId: 'st-1', orgName: '长江路驿站' }

/** Tomorrow's lunch of somebody for whom there is no seat any more. */
export const aMisfit = (over: Partial<Misfit> = {}): Misfit => ({
  orderId: 'o-1',
  elderId: 'e-wang',
  elderName: '王秀英',
  date: '2026-11-22',
  slot: 'lunch',
  startsAt: '2026-11-22T03:30:00.000Z',
  mode: 'dineIn',
  setName: '红烧鱼套餐',
  state: 'confirmed',
  why: 'seats',
  isUrgent: false,
  ways: ['ring', 'cancel'],
  ...over,
})

/** One day without its lunch, and one order that does not fit. */
export const aTrial = (over: Partial<Trial> = {}): Trial => ({
  days: [
    {
      date: '2026-11-30',
      slot: 'lunch',
      before: {
        startsAt: '2026-11-30T03:30:00.000Z',
        seats: 32,
        portions: 40,
        modes: ['dineIn', 'takeAway'],
      },
      after: null,
    },
  ],
  count: 1,
  misfits: [aMisfit({ date: '2026-11-30', startsAt: '2026-11-30T03:30:00.000Z' })],
  next: null,
  ...over,
})

/** Lunch on five days a week, at two tables of four. */
export const aPlan = (over: Partial<KeptPlan> = {}): KeptPlan => ({
  stationId: 'st-1',
  slot: 'lunch',
  from: '2026-01-01',
  weekdays: [1, 2, 3, 4, 5],
  onHolidays: false,
  startsAt: '11:30',
  tables: [
    { id: 't1', name: '1 号桌', seats: 4, wheelchairs: 1 },
    { id: 't2', name: '2 号桌', seats: 4, wheelchairs: 0 },
  ],
  portions: 20,
  modes: ['dineIn', 'takeAway'],
  bookUntil: { daysBefore: 0, time: '09:00' },
  cancelUntil: { daysBefore: 1, time: '18:00' },
  reserve: 2,
  confirmsItself: true,
  rev: 2,
  stands: 'inForce',
  until: null,
  ...over,
})
