import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { api } from '../../types/api'
import { ROOT, read } from './tree'

/** Every action that the street's own pages ask for; nothing compiles them. */
const asked = readdirSync(join(ROOT, 'emulator/street'))
  .filter((file) => file.endsWith('.js'))
  .flatMap((file) => [...read(`emulator/street/${file}`).matchAll(/\bask\(\w+, '(\w+)', '(\w+)'/g)])
  .map(([, area = '', action = '']) => ({ area, action }))

it('the street asks for actions that there are', () => {
  expect(asked.length).toBeGreaterThan(2)
  const contracts: Record<string, Record<string, unknown>> = api
  expect(asked.filter(({ area, action }) => !contracts[area]?.[action])).toEqual([])
})
