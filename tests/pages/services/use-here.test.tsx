import { act, render, screen } from '@testing-library/react'
import type { Place } from '#types/values'
import { useHere } from '@/services/use-here'
import { phone } from '../mock-taro'

function Here({ look }: { look: () => Promise<Place | null> }) {
  const here = useHere('here', look)
  return <p>{here.state === 'ready' && here.data ? `${here.data.lng} ${here.data.lat}` : here.state}</p>
}

describe('useHere', () => {
  it('stays where it was while the position wavers or does not come, and goes along with whoever goes on', async () => {
    const seen = [
      { lng: 117.15, lat: 31.84 },
      { lng: 117.1504, lat: 31.8397 },
      null,
      { lng: 117.1504, lat: 31.8422 },
    ]
    const look = async () => seen.shift() ?? null
    await act(async () => void render(<Here look={look} />))
    for (const text of ['117.15 31.84', '117.15 31.84', '117.15 31.84', '117.1504 31.8422']) {
      expect(screen.getByText(/./).textContent).toBe(text)
      await act(async () => phone.show())
    }
  })

  it('is ready without a place where nobody says it', async () => {
    await act(async () => void render(<Here look={async () => null} />))
    expect(screen.getByText('ready')).toBeTruthy()
  })
})
