import { requireStaff } from '../../../cloudfunctions/_domain/stations/staffed'

describe('requireStaff', () => {
  it.each([
    ['neighbourhoodPoint', [], 'STATION_UNSTAFFED'],
    ['neighbourhoodPoint', ['o-clerk'], 'none'],
    ['station', [], 'none'],
    ['careCenter', [], 'none'],
  ] as const)('answers a %s with staff %j with %s', (kind, staff, code) => {
    const act = () => requireStaff({ id: 'st-one', kind }, staff)
    if (code === 'none') expect(act).not.toThrow()
    else expect(act).toThrow(expect.objectContaining({ code, detail: { stationId: 'st-one' } }))
  })
})
