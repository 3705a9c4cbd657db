export default definePageConfig({
  navigationBarTitleText: '可能是同一位老人',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
