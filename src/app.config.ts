const inBrowser = process.env.TARO_ENV === 'h5'

const why = { desc: '用来找您附近的驿站' }
/** What is not approved may not even be named: `LOCATION` of the build says what is (config/index.ts). */
const locating = {
  precise: { requiredPrivateInfos: ['getLocation' as const], permission: { 'scope.userLocation': why } },
  fuzzy: {
    requiredPrivateInfos: ['getFuzzyLocation' as const],
    permission: { 'scope.userFuzzyLocation': why },
  },
  none: {},
}
const wechatOnly = {
  lazyCodeLoading: 'requiredComponents' as const,
  ...locating[(process.env.LOCATION || 'precise') as keyof typeof locating],
  sitemapLocation: 'sitemap.json',
  // All that home leads to comes while it is read, without Wi-Fi too: less than one photo, and a helper writes the report in a
  // stairwell where nothing could be fetched. WeChat allows 2 MB from all pages of the main package together.
  preloadRule: {
    'pages/home/index': {
      network: 'all' as const,
      packages: ['family', 'benefits', 'helper', 'staff', 'office', 'kitchen', 'planning'],
    },
  },
}

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/bookings/index',
    'pages/me/index',
    'pages/stations/index',
    'pages/station/index',
    'pages/meal/index',
    'pages/confirm/index',
    'pages/booked/index',
    'pages/visit-request/index',
    'pages/visit/index',
  ],
  subPackages: [
    {
      root: 'packages/staff',
      name: 'staff',
      pages: [
        'queue/index',
        'book-for/index',
        'register/index',
        'elder/index',
        'asked/index',
        'numbers/index',
        'roster/index',
        'team/index',
        'alike/index',
        'pair/index',
      ],
    },
    {
      root: 'packages/family',
      name: 'family',
      pages: [
        'join/index',
        'register/index',
        'ask/index',
        'circle/index',
        'log/index',
        'privacy/index',
        'file/index',
        'card/index',
      ],
    },
    {
      root: 'packages/benefits',
      name: 'benefits',
      pages: ['ask/index', 'mine/index', 'apply/index', 'application/index'],
    },
    {
      root: 'packages/office',
      name: 'office',
      pages: ['reviews/index', 'review/index', 'settlement/index', 'flags/index', 'policies/index'],
    },
    { root: 'packages/helper', name: 'helper', pages: ['visits/index', 'report/index'] },
    { root: 'packages/kitchen', name: 'kitchen', pages: ['menu/index'] },
    {
      root: 'packages/planning',
      name: 'planning',
      pages: ['misfits/index', 'plans/index', 'closures/index'],
    },
  ],
  window: {
    // The page frame draws the bar in the browser, with real buttons; on the phone it is WeChat's own.
    navigationStyle: inBrowser ? 'custom' : 'default',
    navigationBarTitleText: '银龄驿',
    navigationBarBackgroundColor: '#fbf7f0',
    navigationBarTextStyle: 'black',
    backgroundColor: '#fbf7f0',
    backgroundTextStyle: 'dark',
  },
  ...(inBrowser ? { animation: false } : wechatOnly),
})
