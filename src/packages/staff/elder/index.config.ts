export default definePageConfig({
  navigationBarTitleText: '老人的登记',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
