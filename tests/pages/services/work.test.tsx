import type { HeldRole } from '#types/people'
import { waitingRole, workOf } from '@/services/work'

const orgName = '长江路社区养老驿站'
const clerk: HeldRole = { role: 'clerk', stationId: 'st-1', orgName }
const manager: HeldRole = { role: 'manager', stationId: 'st-1', orgName }

const titles = (...roles: HeldRole[]) => workOf(roles).map(({ title }) => title)

describe('workOf', () => {
  it('gives a clerk the counter first, then the doors, then what is rarer', () => {
    expect(titles(clerk)).toEqual([
      ...[
        '今天的订单',
        '登记老人',
        '敲门和结果',
        '找老人',
        '想代办的家人',
        '身份证号重复的',
        '可能是同一位老人',
      ],
    ])
  })

  it('gives a manager each way once, and the roster and the people besides', () => {
    expect(titles(clerk, manager)).toEqual([
      ...titles(clerk),
      ...['名册', '对不上的订餐', '供餐安排', '不开门的日子', '菜单', '人员'],
    ])
  })

  it.each([
    ['coordinator', ['敲门和结果', '可能是同一位老人', '认定申请', '人员', '对不上的地方']],
    ['supervisor', ['没有办完的急事', '认定申请', '人员', '每月结算', '对不上的地方', '政策']],
    ['volunteer', ['去敲门']],
    ['kitchen', ['菜单']],
    ['careWorker', []],
  ] as const)('gives a %s %j', (role, ways) => {
    expect(titles({ role, orgName })).toEqual(ways)
  })
})

describe('waitingRole', () => {
  it('names a role whose pages are still to come, unless there is other work', () => {
    expect(waitingRole([{ role: 'careWorker', orgName }])).toBe('护理员')
    expect(waitingRole([{ role: 'careWorker', orgName }, clerk])).toBeNull()
    expect(waitingRole([{ role: 'kitchen', orgName }])).toBeNull()
    expect(waitingRole([{ role: 'supervisor', orgName }])).toBeNull()
  })
})
