import { crc32, deflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { minutesAfter } from '../../cloudfunctions/_domain/base/calendar'
import type { ApplicationRecord } from '../../cloudfunctions/_domain/eligibility/records'
import { addDays } from '../../src/services/dates'
import { TODAY } from '../domain/builders'
import type { Town } from './a-town'

/** Applications of the mother's, one in each state, by state. */
export type Applications = Record<ApplicationRecord['state'] | 'overdue', string>

const MOTHER = 'e-wang-xiuying'

const LONG_WORDS = '证件上的名字和登记的不一样，请带上户口本，写清楚改名字的那一年，再到社区开一张证明。'
  .repeat(5)
  .slice(0, 200)

/** A daughter applies with a photo; the coordinator looks at it; others like it are in every other state, and very many wait. */
export async function someApplications(town: Town): Promise<Applications> {
  const documents = [await aStoredPhoto(town, '身份证'), await aStoredPhoto(town, '街道或者区里发的认定书')]
  const { id } = await town.act('o-li-min', 'eligibility.apply', {
    elderId: MOTHER,
    category: 'basicCareRecipient',
    documents,
    note: LONG_WORDS,
  })
  await town.act('o-zhou-lin', 'eligibility.take', { applicationId: id })
  const pattern = (await town.stored('applications')).find((one) => one.id === id)
  if (!pattern) throw new Error('nothing was applied for')
  const { id: _, ...rest } = { ...pattern, submittedAt: minutesAfter(new Date(pattern.submittedAt), -1) } // hers is the last
  const like = (nth: string, over: Partial<ApplicationRecord>) => ({ ...rest, ...over, _id: `a-${nth}` })
  const blank = { reviewer: null, reviewerPerson: null, history: rest.history.slice(0, 1) }
  const decided = (state: ApplicationRecord['state']) => {
    const [, taken] = rest.history
    if (!taken) throw new Error('nobody looks at it')
    return { state, history: [...rest.history, { ...taken, state }] }
  }
  const missing = ['身份证（重拍，要看得清）', '社区开的证明', '户口本本人那一页']
  await town.emulator.engine.seed('applications', [
    like('submitted', { ...blank, state: 'submitted' }),
    like('overdue', { ...blank, state: 'submitted', dueOn: addDays(TODAY, -3) }),
    like('returned', { ...decided('returned'), missing, reason: LONG_WORDS }),
    like('approved', { ...decided('approved'), from: TODAY, to: addDays(TODAY, 365) }),
    like('refused', { ...decided('refused'), reason: LONG_WORDS }),
    like('withdrawn', { ...decided('withdrawn') }),
    ...Array.from({ length: 30 }, (_, nth) =>
      like(`more-${nth}`, {
        ...blank,
        state: 'submitted',
        elderName: nth ? '刘桂兰' : '阿依夏木古丽·买买提江',
      }),
    ),
  ])
  return {
    inReview: String(id),
    submitted: 'a-submitted',
    overdue: 'a-overdue',
    returned: 'a-returned',
    approved: 'a-approved',
    refused: 'a-refused',
    withdrawn: 'a-withdrawn',
  }
}

async function aStoredPhoto(town: Town, label: string) {
  const { path } = await town.act('o-li-min', 'eligibility.startDocument', { elderId: MOTHER })
  const response = await fetch(`${town.url}/storage/${path}`, {
    method: 'PUT',
    headers: { 'x-wx-openid': 'o-li-min' },
    body: new Uint8Array(aPicture()),
  })
  const { fileID } = (await response.json()) as { fileID: string }
  return { path, fileId: fileID, label }
}

/** Chooses a photo where the page asks for one. */
export async function givePhoto(page: Page, button: string): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).first().click()
  await (await asked).setFiles({ name: 'paper.png', mimeType: 'image/png', buffer: aPicture() })
}

/** Something that looks like a card on a table, as a PNG. */
function aPicture(width = 640, height = 480): Buffer {
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + width * 3)
    for (let x = 0; x < width; x += 1) {
      const isCard = x > width / 8 && x < (width * 7) / 8 && y > height / 6 && y < (height * 5) / 6
      row.fill(isCard ? 240 - (y % 24 < 3 ? 90 : 0) : 120, 1 + x * 3, 4 + x * 3)
    }
    return row
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8) // eight bits, red green blue
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), content])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(content.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([size, body, sum])
}
