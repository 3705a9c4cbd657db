import { onPhone } from '../on-phone'

const address = '长江路 18 弄 3 号楼 402'
const place = { lng: 117.15, lat: 31.84 }

/** What WeChat's map is asked for by a tap. */
async function mapOf(isStations: boolean, button: string) {
  const openLocation = jest.fn().mockResolvedValue(undefined)
  const { loaded } = await onPhone({ openLocation }, async () => ({
    ...(await import('@testing-library/react/pure')),
    ...(await import('@/components/address')),
  }))
  const { render, fireEvent, screen, cleanup } = loaded
  render(<loaded.Address address={address} place={place} isStations={isStations} />)
  fireEvent.click(screen.getByRole('button', { name: button }))
  cleanup()
  return openLocation.mock.calls[0]?.[0]
}

describe('Address in WeChat', () => {
  const at = { longitude: 117.15, latitude: 31.84 }

  it('leads to the door', async () => {
    expect(await mapOf(false, '看看怎么走')).toEqual({ ...at, name: address, address })
  })

  it('leads to no door that nobody has marked, but near its station, and says so', async () => {
    expect(await mapOf(true, '先到驿站附近')).toEqual({
      ...at,
      name: '老人的驿站',
      address: `到了再按地址找：${address}`,
    })
  })
})
