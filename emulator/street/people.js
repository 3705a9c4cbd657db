const PAGES = {
  home: 'pages/home/index',
  orders: 'packages/staff/queue/index',
  visits: 'packages/helper/visits/index',
}

/** Everybody who can be played. Of those who have something to do, `does` says what is told; they stand side by side on a wide window. */
export const PEOPLE = [
  { openid: 'o-wang-xiuying', name: '王秀英', who: '老人，82 岁，一个人住', page: PAGES.home, does: 'home' },
  { openid: 'o-li-min', name: '李敏', who: '王秀英的女儿，在深圳', page: PAGES.home, does: 'home' },
  {
    openid: 'o-zhang-jing',
    name: '张静',
    who: '长江路社区养老驿站的工作人员',
    page: PAGES.orders,
    does: 'counter',
    stationId: 'st-changjiang',
  },
  { openid: 'o-zhao-qiang', name: '赵强', who: '党员志愿者，住在长江路', page: PAGES.visits, does: 'doors' },
  {
    openid: 'o-zhou-lin',
    name: '周琳',
    who: '长江路街道养老生活协调员',
    page: PAGES.visits,
    does: 'doors',
    readsReports: true,
  },
  { openid: 'o-chen-jianguo', name: '陈建国', who: '71 岁，和老伴同住', page: PAGES.home },
  { openid: 'o-he-wei', name: '何伟', who: '映湖驿站的工作人员', page: PAGES.orders },
  { openid: 'o-sun-hui', name: '孙慧', who: '高新区监管人员', page: PAGES.home },
  { openid: 'o-guest', name: '访客', who: '还没有登记', page: PAGES.home },
]
