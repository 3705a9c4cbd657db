export default definePageConfig({
  navigationBarTitleText: '我的信息和同意',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
