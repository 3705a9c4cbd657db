export default definePageConfig({
  navigationBarTitleText: '附近驿站',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
