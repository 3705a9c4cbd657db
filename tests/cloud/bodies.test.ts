import fc from 'fast-check'
import { aFlag, aPhoto, LUNCH, TODAY } from '../domain/builders'
import { everyAction } from '../every-action'
import { aCloud, type TestCloud } from './a-cloud'
import { steamed, WEEK } from './a-kitchen'
import { policyText, writingCalls } from './writing-actions'

const RUNS = 60
const SEED = 20261121

const names = everyAction.map(([name]) => name)

/** Bodies of any shape, and bodies that are nearly right: known fields with values that may or may not fit. */
const value = fc.oneof(
  fc.constantFrom(
    LUNCH,
    `${LUNCH}_e-wang`,
    'e-wang',
    'e-chen',
    'st-one',
    'v-1',
    TODAY,
    'now',
    'dineIn',
    'fish',
  ),
  fc.constantFrom(
    'urgent',
    'well',
    'overdue',
    'elder',
    'contact-0',
    '2026-02-30',
    '',
    ' ',
    '__proto__',
    '{$ne:1}',
    '买药',
    'key-12345',
    'phone',
  ),
  fc.constantFrom(
    '12345678',
    'station',
    'clerk',
    'daughter',
    'suspend',
    'phone',
    'person',
    ['view'],
    { code: '12345678' },
    { how: 'paper', form: '1', witness: '某人' },
    { purpose: 'health', version: 'health-2026-12' },
    { kind: 'self' },
    { phone: null },
    { name: '某人', birthDate: '1950-01-01', sex: 'male', building: '某处', living: 'alone' },
    'quiet',
    'e-wang_basicCareRecipient',
    'basicCareRecipient',
    'own-special',
    'op-one',
    '2026-11',
    'csv',
    'approve',
    'submitted',
    'open',
    aFlag().id,
    [{ ...aPhoto(), label: '身份证' }],
    [{ kind: 'away', from: TODAY, to: null }],
    policyText('2027-01-01'),
    'k-one',
    WEEK,
    'lunch',
    'fish-set',
    steamed,
    [{ weekday: 1, sets: ['fish-set'] }],
    '{"kind":"meal","effectiveFrom":"2027-01-01","__proto__":{}}',
  ),
  fc.constantFrom(-1, 0, 1.5, 120.6, 31.3, Number.MAX_SAFE_INTEGER, null, true, [], { $gt: '' }),
  fc.string({ maxLength: 300 }),
)
const fields = [
  'sittingId',
  'elderId',
  'orderId',
  'visitId',
  'stationId',
  'setId',
  'mode',
  'date',
  'text',
  'lng',
  'lat',
  'limit',
  'service',
  'urgency',
  'reason',
  'when',
  'outcome',
  'ambulanceCalled',
  'show',
  'whom',
  'note',
  'channel',
  'key',
  'place',
  'after',
  '__proto__',
  'extra',
  'elder',
  'code',
  'memberId',
  'scopes',
  'relation',
  'orgId',
  'orgKind',
  'role',
  'membershipId',
  'act',
  'field',
  'changes',
  'part',
  'by',
  'for',
  'agreed',
  'isGiven',
  'paper',
  'name',
  'district',
  'applicationId',
  'category',
  'documents',
  'verdict',
  'from',
  'to',
  'on',
  'missing',
  'state',
  'operatorId',
  'month',
  'format',
  'seed',
  'flagId',
  'words',
  'absences',
  'building',
  'pays',
  'age',
  'hukou',
  'categories',
  'ability',
  'kitchenId',
  'week',
  'slot',
  'rev',
  'dishes',
  'sets',
  'days',
  'becomes',
  'sees',
  'isSoldOut',
  'count',
]
const nearly = fc.dictionary(fc.constantFrom(...fields), value, { maxKeys: 7 })
const body = fc.oneof(nearly, nearly, nearly, fc.jsonValue({ maxDepth: 3 }))
const openid = fc.constantFrom(
  'o-daughter',
  'o-clerk',
  'o-volunteer',
  'o-coordinator',
  'o-wang',
  'o-manager',
  'o-supervisor',
  'o-nobody',
  null,
)

/** Nothing of the inside may be in a reply. */
const INSIDE = /node_modules|cloudfunctions|\.ts:|\bat \w+ \(|TcbError|DATABASE_|errCode|-50\d{4}|E11000/

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

/** How often somebody tried a code is counted also when the code is wrong. */
function everything() {
  const { tries: _, dayCounts: __, ...rest } = cloud.state()
  return rest
}

describe.each(names)('%s', (name) => {
  it('answers any body with data or a declared code, and writes nothing when it refuses', async () => {
    const scene = writingCalls.find((call) => call.name === name)?.scene ?? writingCalls[0]?.scene ?? {}
    await cloud.restock(scene)
    await fc.assert(
      fc.asyncProperty(openid, body, async (caller, input) => {
        const before = everything()
        const reply = await cloud.as(caller).call(name, input)
        expect(reply).not.toMatchObject({ code: 'INTERNAL' })
        expect(JSON.stringify({ ...reply, requestId: '' })).not.toMatch(INSIDE)
        if (!reply.ok) expect(everything()).toEqual(before)
      }),
      { numRuns: RUNS, seed: SEED },
    )
  })
})
