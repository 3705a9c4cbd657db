export default definePageConfig({
  navigationBarTitleText: '老人的登记',
  enableShareAppMessage: true,
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
