import { addDays } from '#types/days'
import { applicationId } from '#types/ids'
import type { LocalDate } from '#types/values'
import { does, type Moment, type Stage, timeOn } from './moment'
import { CLERK } from './tables'

const ELDER = 'e-zhang-guifen'
const CATEGORY = 'basicCareRecipient'

/** 张桂芬 applies at the counter with a photo of her paper, and 周琳 looks at it. */
export function application(today: LocalDate): Moment[] {
  const yesterday = addDays(today, -1)
  return [
    { at: timeOn(yesterday, '10:30'), happens: apply },
    does(timeOn(yesterday, '14:05'), 'o-zhou-lin', 'eligibility.take', {
      applicationId: applicationId(ELDER, CATEGORY),
    }),
  ]
}

async function apply({ act, sendPhoto }: Stage): Promise<void> {
  const { path } = await act(CLERK, 'eligibility.startDocument', { elderId: ELDER })
  const fileId = await sendPhoto(CLERK, String(path))
  await act(CLERK, 'eligibility.apply', {
    elderId: ELDER,
    category: CATEGORY,
    documents: [{ path, fileId, label: '基本养老服务对象的认定材料' }],
    channel: 'counter',
  })
}
