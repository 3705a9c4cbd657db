import { logLine } from '../../../cloudfunctions/_domain/people/privacy/log'
import { anAuditLine, LUNCH } from '../builders'

describe('logLine', () => {
  it('tells who did what, when, by which way and why', () => {
    const record = anAuditLine({ about: 'phone', reason: '核对电话', channel: 'counter' })
    expect(logLine(record, 'o-wang')).toEqual({
      id: '2026-11-21T00:00:00.000Z.r-1',
      at: '2026-11-21T00:00:00.000Z',
      name: '李敏',
      role: 'family',
      relation: 'daughter',
      isMine: false,
      action: 'meals.book',
      about: 'phone',
      ref: `${LUNCH}_e-wang`,
      reason: '核对电话',
      channel: 'counter',
    })
  })

  it.each([
    ['o-daughter', true],
    ['o-wang', false],
    ['', false],
  ])('of the daughter, read by %j, is the reader’s own: %s', (reader, isMine) => {
    expect(logLine(anAuditLine(), reader).isMine).toBe(isMine)
  })

  it('holds no id of an account, and no digest of what was sent', () => {
    const record = anAuditLine({ id: 'o-marked.key-1', openid: 'o-marked', body: 'digest-of-body' })
    expect(JSON.stringify(logLine(record, 'o-marked'))).not.toMatch(/o-marked|key-1|digest-of-body/)
  })

  // A relative who may only read the log must not find there a code that lets somebody in.
  it.each(['people.invite', 'people.accept'])('holds no code of an invitation: %s', (action) => {
    expect(JSON.stringify(logLine(anAuditLine({ action, ref: '24681357' }), 'o-kin'))).not.toContain(
      '24681357',
    )
  })
})
