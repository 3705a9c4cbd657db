import { FIRST_INVITATION } from '../../cloudfunctions/_domain/people/circle/records'
import type { Cloud, HeldFunction } from './cloud'
import { DeployFailure } from './failure'

/** The code that lets the first supervisor in, as the environment of whoever deploys has it, and the district that it is for. */
export interface FirstCode {
  code?: string
  district?: string
  /** The district that the folder says, where one is given. */
  places?: string | undefined
}

/** As the app takes it: 我有邀请码. */
const CODE = /^[\w-]{12,64}$/

/** What `people` is to hold of it, and what is said about it. */
interface FirstVariables {
  variables: Record<'FIRST_SUPERVISOR' | 'DISTRICT', string | null>
  said: string
}

/**
 * The variables of `people` for the first supervisor: set while nobody has used the code, taken away once somebody has.
 * @throws DeployFailure for a code that nobody could enter, or one without a district, or of one that is not there
 */
export async function firstVariables(
  cloud: Cloud,
  given: FirstCode,
  people: HeldFunction | null | undefined,
): Promise<FirstVariables> {
  const held = people?.variables ?? {}
  const code = given.code || held.FIRST_SUPERVISOR || null
  const district = given.district || given.places || held.DISTRICT || null
  if (await isUsed(cloud))
    return {
      variables: { FIRST_SUPERVISOR: null, DISTRICT: null },
      said: '第一位监管人员已经进来了，一次性的码已经收回。',
    }
  if (code === null)
    return {
      variables: { FIRST_SUPERVISOR: null, DISTRICT: null },
      said: '还没有监管人员，也没有给一次性的码。请想一个（12 到 64 个字母、数字和短横），放进环境变量 FIRST_SUPERVISOR，再部署一次。',
    }
  if (given.places && district !== given.places)
    throw new DeployFailure(
      `环境变量 DISTRICT 写的是 ${district}，资料里的区是 ${given.places}：第一位监管人员归哪个区？请改成一样的，或者不写 DISTRICT。`,
    )
  if (!CODE.test(code))
    throw new DeployFailure('FIRST_SUPERVISOR 要 12 到 64 个字母、数字和短横。请另想一个。')
  if (district === null)
    throw new DeployFailure(
      '给了 FIRST_SUPERVISOR，可不知道是哪个区的监管人员。请加上 --district 目录，或者把区的编号放进环境变量 DISTRICT。',
    )
  if (!given.places) await requireDistrict(cloud, district)
  return {
    variables: { FIRST_SUPERVISOR: code, DISTRICT: district },
    said: '第一位监管人员：在小程序“我的 → 我有邀请码”里输入 FIRST_SUPERVISOR 里的码，只能用一次。用过以后再部署一次，码就收回。',
  }
}

/** The environment holds the district already, where no folder brings it. */
async function requireDistrict(cloud: Cloud, district: string): Promise<void> {
  const isThere = (await cloud.collections()).includes('districts')
  if (isThere && (await cloud.found('districts', [district], ['_id'])).length > 0) return
  throw new DeployFailure(
    `环境里没有编号是 ${district} 的区，什么也没有改：第一位监管人员进来了也没有区可管。请看看环境变量 DISTRICT 是不是写错了，或者加上 --district 目录。`,
  )
}

async function isUsed(cloud: Cloud): Promise<boolean> {
  const collections = await cloud.collections()
  if (!collections.includes('invitations')) return false
  return (await cloud.found('invitations', [FIRST_INVITATION], ['usedBy'])).length > 0
}
