import {
  type Dictionary,
  readingsOf as readingsIn,
} from '../../../../cloudfunctions/_domain/people/names/readings'
import { readingsOf } from '../../../../cloudfunctions/_shell/names/readings'
import { typedLetters } from '../../../../cloudfunctions/_shell/names/typed-letters'
import { asName } from '../../../../types/texts'

const isFound = (name: string, text: string, from: 'start' | 'anywhere' = 'start') => {
  const typed = typedLetters(asName(text), from)
  if (!typed) return false
  const keys = readingsOf(name)
  const begins = from === 'anywhere' || name.startsWith(typed.characters)
  return begins && keys.some((key) => new RegExp(typed.pattern).test(key))
}

describe('readingsOf', () => {
  it.each<[string, string[]]>([
    ['王秀英', ['wang王xiu秀ying英']],
    ['王 秀英', ['wang王xiu秀ying英']],
    ['吕丽', ['lv吕li丽']],
    ['覃丽', ['qin覃li丽', 'tan覃li丽']],
    ['单丽', ['shan单li丽']],
    ['王长丽', ['wang王chang/zhang长li丽']],
    ['买买提·艾力', ['mai买mai买ti/di提ai/yi艾li力']],
    ['𠮷秀英', ['xiu秀ying英', '𠮷xiu秀ying英']],
    ['John 李', ['li李', 'john li李']],
    ['John Smith', []],
    ['𠮷', []],
  ])('keeps %s by %j', (name, keys) => {
    expect(readingsOf(name)).toEqual(keys)
  })

  it('reads a surname character by character where the dictionary does not know it as a whole', () => {
    const knowing: Dictionary = { surname: () => [], character: (one) => (one === '王' ? ['wang'] : ['li']) }
    expect(readingsIn('王丽', knowing)).toEqual(['wang王li丽'])
  })
})

describe('letters', () => {
  it.each<[string, string[]]>([
    [
      '王秀英',
      [
        ...['wangxiuying', 'wang xiu ying', 'WANG XIUYING', 'Wang Xiu-ying', 'wxy', 'WXY', 'w x y', 'ｗｘｙ'],
        ...[
          'w',
          'wang',
          'wangx',
          'wangxiuy',
          'wxiuying',
          'wangxy',
          '王xy',
          '王xiuying',
          '王秀y',
          'w秀英',
          'wang秀y',
        ],
        ...['王x英', 'wx英', '王 xy'],
      ],
    ],
    ['吕绿珍', ['lvlvzhen', 'lulv', 'LÜ', 'lülüzhen', 'llz', '吕lz']],
    ['聂虐', ['nienve', 'nienue']],
    ['单桂兰', ['shanguilan', 'sgl']],
    ['仇玉珍', ['qiuyuzhen', 'qyz']],
    ['区淑芬', ['oushufen', 'osf']],
    ['查良镛', ['zhaliangyong', 'zly']],
    ['曾国珍', ['zengguozhen', 'zgz']],
    ['解秀兰', ['xiexiulan', 'xxl']],
    ['覃桂英', ['qinguiying', 'tanguiying', 'qgy', 'tgy', '覃gy']],
    ['种丽', ['chongli']],
    ['任华', ['renhua']],
    ['朴银花', ['piaoyinhua']],
    ['尉迟敬', ['yuchijing', 'ycj']],
    ['万俟兰', ['moqilan', 'mql']],
    ['长孙丽', ['zhangsunli', 'zsl']],
    ['单于建国', ['chanyujianguo', 'cyjg']],
    ['王长乐', ['wangchangle', 'wangzhangle', 'wangchangyue', 'wcl', 'wzy', '王z', '王长y']],
    ['买买提·艾力', ['maimaitiaili', 'mmtal', 'mai mai ti·ai li', '买买提al', '买买提·al']],
    ['阿依古丽', ['ayiguli', 'aygl']],
    ['𠮷秀英', ['xiuying', 'xy', '𠮷xy']],
    ['王𠮷英', ['wangying', 'wy', '王𠮷y', '王y']],
    ['John 李', ['li', 'john li', 'johnli', 'jl']],
  ])('find %s by %j', (name, texts) => {
    expect(texts.filter((text) => !isFound(name, text))).toEqual([])
  })

  it.each<[string, string[]]>([
    ['王秀英', ['xiuying', 'wangying', 'wy', 'wxyz', 'wangxiuyingg', '秀y', '李xy', 'wangxiu秀']],
    ['单桂兰', ['danguilan', 'dgl']],
    ['仇玉珍', ['chouyuzhen']],
    ['卢丽', ['lvli']],
    ['王长乐', ['wangchangzhang', 'wang/', 'chang']],
    ['王秀英', ['3606', 'wxy 3606', '.*', 'w.*', '(w', 'wang[', '王秀英']],
  ])('do not find %s by %j', (name, texts) => {
    expect(texts.filter((text) => isFound(name, text))).toEqual([])
  })

  it.each<[string, string[]]>([
    ['王秀英', ['xiuying', 'xiu ying', 'xy', 'ying', 'y', '秀y', 'xiu英', 'wxy', 'wangxiuying']],
    ['欧阳长丽', ['changli', 'zhangli', 'cl', 'yangcl']],
  ])('find %s by a part of it, asked from anywhere: %j', (name, texts) => {
    expect(texts.filter((text) => !isFound(name, text, 'anywhere'))).toEqual([])
  })

  it('begin no character in the middle of its reading, asked from anywhere', () => {
    const texts = ['iu', 'ang', 'ing', 'iuying', 'wangying', 'xyz', '.*', '王秀英']
    expect(texts.filter((text) => isFound('王秀英', text, 'anywhere'))).toEqual([])
    expect(isFound('王长丽', 'hang', 'anywhere')).toBe(false)
  })

  it.each(['start', 'anywhere'] as const)(
    'are compared with a name made to be slow as fast as with any, from %s',
    (from) => {
      const typed = typedLetters(`${'na'.repeat(19)}xx`, from)
      const keys = readingsOf('南'.repeat(30))
      const before = process.cpuUsage().user
      expect(keys.some((key) => new RegExp(typed?.pattern ?? '').test(key))).toBe(false)
      expect(process.cpuUsage().user - before).toBeLessThan(200_000)
    },
  )
})
