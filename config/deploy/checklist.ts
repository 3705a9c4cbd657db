/** What no command can do: a sentence, and where the handbook says how. */
interface ByHand {
  what: string
  anchor: string
}

const always: ByHand[] = [
  { what: '小程序认证、备案', anchor: 'registration' },
  { what: '服务类目和它要的资质', anchor: 'registration' },
  {
    what: '云调用权限和带消息的定时：在开发者工具里把云函数和触发器各上传一次',
    anchor: 'openapi-permissions-and-timers',
  },
  { what: '消息推送：证件照片查得怎么样，由微信推给 eligibility', anchor: 'openapi-permissions-and-timers' },
  { what: '用户隐私保护指引', anchor: 'privacy-guide-and-the-phones-interfaces' },
  { what: '位置接口要单独申请', anchor: 'privacy-guide-and-the-phones-interfaces' },
  { what: '最低基础库 2.32.3', anchor: 'registration' },
  { what: '给审核的人一个能进来的账号', anchor: 'review' },
  { what: '手机号快速验证的额度', anchor: 'review' },
]

const templates: ByHand = { what: '选订阅消息模板，按写法放进环境变量，再部署一次', anchor: 'templates' }

const mealPolicy: ByHand = {
  what: '今天没有在用的助餐政策，老人会按菜单原价付：把政策写进 policies.json，再部署一次',
  anchor: 'first-documents-and-later-ones',
}

/** Whether templates were given, and whether what is known of the district's policies holds one for meals that is in force. */
interface Known {
  hasTemplates: boolean
  hasMealPolicy: boolean
}

/** The lines of a list to tick off. */
export function checklist({ hasTemplates, hasMealPolicy }: Known): string[] {
  const items = [...(hasMealPolicy ? [] : [mealPolicy]), ...(hasTemplates ? [] : [templates]), ...always]
  return ['还要自己做的（docs/deploy.md 里有怎么做）：', ...items.map(lineOf)]
}

const lineOf = ({ what, anchor }: ByHand): string => `  [ ] ${what}  docs/deploy.md#${anchor}`
