import { isDeepStrictEqual } from 'node:util'
import type { Cloud, StorageRule } from './cloud'
import { DeployFailure } from './failure'
import type { Step } from './steps'

/** Sets who may write files, and where. */
export const storageStep = (cloud: Cloud, rule: StorageRule): Step => ({
  title: '存储的权限',
  async look() {
    if (await isSet(cloud, rule)) return { changes: [] }
    const apply = async () => {
      await cloud.setStorageRule(rule)
      if (!(await isSet(cloud, rule)))
        throw new DeployFailure(
          '存储的权限没有设成：读回来和设的不一样。请照 docs/deploy.md 的“存储”在控制台里设一次，再运行。',
        )
    }
    return {
      changes: [
        { what: '设安全规则：手机只能上传申请材料和菜的照片，只能读结算表和检查过的菜的照片', apply },
      ],
    }
  },
})

async function isSet(cloud: Cloud, rule: StorageRule): Promise<boolean> {
  const held = await cloud.storageRule()
  return held.acl === 'CUSTOM' && isDeepStrictEqual(held.rule, rule)
}
