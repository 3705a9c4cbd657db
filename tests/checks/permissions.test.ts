import { permissionTable } from '../../config/permission-table'
import { read } from './tree'

it('docs/permissions.md is what the contracts say: npm run permissions writes it', () => {
  expect(read('docs/permissions.md')).toBe(permissionTable())
})
