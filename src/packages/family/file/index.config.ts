export default definePageConfig({
  navigationBarTitleText: '我的资料',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
