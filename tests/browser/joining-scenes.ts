import type { Page } from 'playwright-core'
import type { Scene } from './scene'

const tap = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click()

const lookAtOffer = async (page: Page) => {
  await tap('看看请我做什么')(page)
  await page.getByText('请您帮忙办事').waitFor()
}

const askForWhat = async (page: Page) => {
  await tap('下一步')(page)
  await page.getByRole('radio', { name: '儿子' }).click()
  await page.getByRole('textbox', { name: '您叫什么名字？' }).fill('阿依夏木古丽·买买提江')
  await tap('下一步')(page)
}

const hisName = async (page: Page) => {
  await page.getByRole('textbox', { name: '老人的名字' }).fill('周桂英')
  await page.getByRole('radio', { name: '女儿' }).click()
  await page.getByRole('textbox', { name: '您自己的名字' }).fill('周明')
  await tap('下一步')(page)
}
const whereSheLives = async (page: Page) => {
  await hisName(page)
  await page.getByRole('textbox', { name: '老人的身份证号' }).fill('34990019441113004X')
  await tap('下一步')(page)
  await page.getByText('住在哪个街道或者镇？').waitFor()
}
const inHerTown = async (page: Page) => {
  await whereSheLives(page)
  await page.getByRole('textbox', { name: '按名字找' }).fill('长江路')
  await page.getByRole('radio', { name: '长江路社区养老驿站' }).click()
}

const withHome = async (page: Page) => {
  await page.getByRole('textbox', { name: '小区和楼' }).fill('石榴苑 3 号楼')
  await page.getByRole('radio', { name: '一个人住' }).click()
  await tap('下一步')(page)
}

/** The questions of registering up to the telephone. */
const whoAndWhere = async (page: Page, label: string, idNumber: string) => {
  await page.getByRole('textbox', { name: label }).fill(idNumber)
  await tap('下一步')(page)
  await page.getByRole('radio', { name: '长江路社区养老驿站' }).click()
  await tap('下一步')(page)
  await withHome(page)
}
const herName = async (page: Page) => {
  await page.getByRole('textbox', { name: '您的名字' }).fill('周桂兰')
  await tap('下一步')(page)
}
const herId = async (page: Page) => {
  await herName(page)
  await page.getByRole('textbox', { name: '您的身份证号' }).fill('349900194411120028')
  await tap('下一步')(page)
}
const herself = async (page: Page) => {
  await herName(page)
  await whoAndWhere(page, '您的身份证号', '349900194411120028')
  await page.getByRole('radio', { name: '没有' }).click()
  await tap('下一步')(page)
}
const agreed = async (page: Page) => {
  await herself(page)
  await page.getByRole('radio', { name: '同意', exact: true }).click()
  for (const title of ['身体和饮食', '身份类别和补贴', '住处的位置']) {
    await tap('下一步')(page)
    await page.getByRole('radiogroup', { name: title }).getByText('不同意').click()
  }
  await tap('好了，登记')(page)
}

/** Every step of registering oneself. */
const stepsOfRegistering: (Pick<Scene, 'title' | 'after'> & { as?: string })[] = [
  { title: 'at first' },
  { title: 'by an id number', after: herName },
  {
    title: 'without an id number',
    after: async (page) => {
      await herName(page)
      await page.getByRole('radio', { name: '不填号码' }).click()
    },
  },
  {
    title: 'at a station',
    after: async (page) => {
      await herId(page)
      await page.getByRole('radio', { name: '长江路社区养老驿站' }).waitFor()
      await tap('再看几家')(page)
    },
  },
  {
    title: 'with a home',
    after: async (page) => {
      await herId(page)
      await page.getByRole('radio', { name: '长江路社区养老驿站' }).click()
      await tap('下一步')(page)
    },
  },
  {
    title: 'with a telephone',
    after: async (page) => {
      await herName(page)
      await whoAndWhere(page, '您的身份证号', '349900194411120028')
    },
  },
  { title: 'with a text to agree to', after: herself },
  {
    title: 'without the consent that it takes',
    after: async (page) => {
      await herself(page)
      await page.getByRole('radio', { name: '不同意' }).click()
    },
  },
  {
    title: 'with a wrong id number',
    after: async (page) => {
      await herName(page)
      await page.getByRole('textbox', { name: '您的身份证号' }).fill('349900194411120020')
      await page.getByText('一位一位对').waitFor()
    },
  },
  {
    title: 'when it is done',
    as: 'o-newcomer',
    after: async (page) => {
      await agreed(page)
      await page.getByText('登记好了').waitFor()
    },
  },
]

/** The ways into the service: codes, registering, asking to be let in, and the elder's answer. */
export const joiningScenes: Scene[] = [
  { page: 'packages/family/join', title: 'at first', as: 'o-guest', shows: '您的邀请码是多少？' },
  {
    page: 'packages/family/join',
    title: 'by a code with letters',
    as: 'o-guest',
    shows: '您的邀请码是多少？',
    after: tap('我的码里有字母'),
  },
  {
    page: 'packages/family/join',
    title: 'by a wrong code',
    as: 'o-guest',
    params: () => ({ code: '00000000' }),
    shows: '您的邀请码是多少？',
    after: async (page) => {
      await tap('看看请我做什么')(page)
      await page.getByText('没有这个码').waitFor()
    },
  },
  {
    page: 'packages/family/join',
    title: 'with what is offered',
    as: 'o-guest',
    params: ({ invitation }) => ({ code: invitation }),
    shows: '您的邀请码是多少？',
    after: lookAtOffer,
  },
  {
    page: 'packages/family/join',
    title: 'when it is accepted',
    as: 'o-zhou-lin',
    params: ({ invitation }) => ({ code: invitation }),
    shows: '您的邀请码是多少？',
    after: async (page) => {
      await lookAtOffer(page)
      await tap('好，我来帮忙')(page)
      await page.getByText('您能帮').waitFor()
    },
  },
  ...stepsOfRegistering.map(
    ({ title, as = 'o-guest', after }): Scene => ({
      page: 'packages/family/register',
      title,
      as,
      params: () => ({ for: 'me' }),
      shows: '您叫什么名字？',
      after,
    }),
  ),
  { page: 'packages/family/register', title: 'for whom', as: 'o-guest', shows: '给谁登记？' },
  {
    page: 'packages/family/register',
    title: 'of a relative',
    as: 'o-guest',
    params: () => ({ for: 'kin' }),
    shows: '替哪位老人登记？',
  },
  {
    page: 'packages/family/register',
    title: 'of a relative, where she lives',
    as: 'o-guest',
    params: () => ({ for: 'kin' }),
    shows: '替哪位老人登记？',
    after: whereSheLives,
  },
  {
    page: 'packages/family/register',
    title: 'of a relative, at a station by name',
    as: 'o-guest',
    params: () => ({ for: 'kin' }),
    shows: '替哪位老人登记？',
    after: inHerTown,
  },
  {
    page: 'packages/family/register',
    title: 'of a relative, when it is done',
    as: 'o-niece',
    params: () => ({ for: 'kin' }),
    shows: '替哪位老人登记？',
    after: async (page) => {
      await inHerTown(page)
      await tap('下一步')(page)
      await withHome(page)
      await page.getByRole('radio', { name: '没有' }).click()
      await tap('好了，替老人登记')(page)
      await page.getByText('还差本人同意').waitFor()
    },
  },
  { page: 'packages/family/ask', title: 'by a card', as: 'o-guest', shows: '想替哪位老人办？' },
  {
    page: 'packages/family/ask',
    title: 'by an id number',
    as: 'o-guest',
    shows: '想替哪位老人办？',
    after: (page) => page.getByRole('radio', { name: '用身份证' }).click(),
  },
  {
    page: 'packages/family/ask',
    title: 'as a guardian',
    as: 'o-guest',
    params: ({ card }) => ({ code: card }),
    shows: '想替哪位老人办？',
    after: async (page) => {
      await tap('下一步')(page)
      await page.getByRole('radio', { name: '监护人' }).click()
    },
  },
  {
    page: 'packages/family/ask',
    title: 'for what',
    as: 'o-guest',
    params: ({ card }) => ({ code: card }),
    shows: '想替哪位老人办？',
    after: askForWhat,
  },
  {
    page: 'packages/family/ask',
    title: 'when it is said',
    as: 'o-nephew',
    params: ({ card }) => ({ code: card }),
    shows: '想替哪位老人办？',
    after: async (page) => {
      await askForWhat(page)
      await tap('好了，请老人同意')(page)
      await page.getByText('同意以前，您还什么都看不到').waitFor()
    },
  },
  {
    page: 'packages/family/circle',
    title: 'with somebody who asks',
    as: 'o-wang-xiuying',
    shows: '想帮您办事',
  },
  {
    page: 'packages/family/circle',
    title: 'and what somebody may do',
    as: 'o-wang-xiuying',
    shows: '想帮您办事',
    after: tap('改一改能办什么'),
  },
  {
    page: 'packages/family/circle',
    title: 'and somebody about to be stopped',
    as: 'o-wang-xiuying',
    shows: '想帮您办事',
    after: tap('不再让李敏办'),
  },
  {
    page: 'packages/family/circle',
    title: 'when somebody is invited',
    as: 'o-wang-xiuying',
    shows: '想帮您办事',
    after: tap('请家人来帮忙'),
  },
  {
    page: 'packages/family/circle',
    title: 'with a code to pass on',
    as: 'o-wang-xiuying',
    shows: '想帮您办事',
    after: async (page) => {
      await tap('请家人来帮忙')(page)
      await page.getByRole('radio', { name: '儿子' }).click()
      await tap('给我一个邀请码')(page)
      await page.getByText('把这八个数字告诉儿子').waitFor()
    },
  },
  { page: 'packages/family/circle', title: 'of a guest', as: 'o-guest', shows: '先登记一次' },
]
