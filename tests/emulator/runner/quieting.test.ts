import { quieting } from '../../../emulator/runner/quieting'

describe('quieting', () => {
  it('keeps a warning of the SDK back where Node knows how', () => {
    expect(quieting(new Set(['--disable-warning']))).toEqual(['--disable-warning=DEP0169'])
  })

  it('asks nothing of a Node that would start no worker then', () => {
    expect(quieting(new Set(['--no-warnings']))).toEqual([])
  })
})
